/**
 * Limits on what strangers may do at the open door: how often they book, and how fast
 * they fill in the form.
 */
@NullMarked
package recruitment.booking.limit;

import org.jspecify.annotations.NullMarked;
