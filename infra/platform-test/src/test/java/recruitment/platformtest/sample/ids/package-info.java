/** Breaks the rule "ids". */
@NullMarked
package recruitment.platformtest.sample.ids;

import org.jspecify.annotations.NullMarked;
