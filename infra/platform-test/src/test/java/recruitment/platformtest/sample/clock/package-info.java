/** Breaks the rule "clock". */
@NullMarked
package recruitment.platformtest.sample.clock;

import org.jspecify.annotations.NullMarked;
