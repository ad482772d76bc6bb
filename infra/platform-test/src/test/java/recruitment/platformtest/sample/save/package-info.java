/** Breaks the rule "save". */
@NullMarked
package recruitment.platformtest.sample.save;

import org.jspecify.annotations.NullMarked;
