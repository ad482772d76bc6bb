/** Keeps all rules. */
@NullMarked
package recruitment.platformtest.sample.clean.evening;

import org.jspecify.annotations.NullMarked;
