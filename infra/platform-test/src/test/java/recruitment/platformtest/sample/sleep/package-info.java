/** Breaks the rule "sleep". */
@NullMarked
package recruitment.platformtest.sample.sleep;

import org.jspecify.annotations.NullMarked;
