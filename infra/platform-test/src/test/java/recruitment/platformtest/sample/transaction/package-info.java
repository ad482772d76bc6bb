/** Breaks the rule "transaction". */
@NullMarked
package recruitment.platformtest.sample.transaction;

import org.jspecify.annotations.NullMarked;
