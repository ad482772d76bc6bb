/**
 * What a crash left half done between evenings, seats and bookings, finished.
 */
@NullMarked
package recruitment.booking.reconcile;

import org.jspecify.annotations.NullMarked;
