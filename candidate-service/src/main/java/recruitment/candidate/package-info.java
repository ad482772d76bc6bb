/** Candidate records, kept from what happens to bookings. */
@NullMarked
package recruitment.candidate;

import org.jspecify.annotations.NullMarked;
