/** Keeps all rules. */
@NullMarked
package recruitment.platformtest.sample.clean.booking;

import org.jspecify.annotations.NullMarked;
