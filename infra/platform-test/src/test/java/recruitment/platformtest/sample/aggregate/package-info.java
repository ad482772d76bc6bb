/** Breaks the rule "aggregate". */
@NullMarked
package recruitment.platformtest.sample.aggregate;

import org.jspecify.annotations.NullMarked;
