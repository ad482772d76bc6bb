/** Breaks the rule "print". */
@NullMarked
package recruitment.platformtest.sample.print;

import org.jspecify.annotations.NullMarked;
