/**
 * Bookings: one person's place at one evening, from the request to the events that tell
 * of it.
 */
@NullMarked
package recruitment.booking.booking;

import org.jspecify.annotations.NullMarked;
