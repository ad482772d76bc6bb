/** One record for each person, folded from what happens to their bookings. */
@NullMarked
package recruitment.candidate.candidate;

import org.jspecify.annotations.NullMarked;
