/**
 * Who holds a seat at which evening: the ledger and its conditional updates.
 */
@NullMarked
package recruitment.booking.seating;

import org.jspecify.annotations.NullMarked;
