/**
 * Information evenings: what staff plan, publish, change and cancel, and what the public
 * sees of it.
 */
@NullMarked
package recruitment.booking.evening;

import org.jspecify.annotations.NullMarked;
