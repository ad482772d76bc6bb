/** Breaks the rule "personal". */
@NullMarked
package recruitment.platformtest.sample.personal;

import org.jspecify.annotations.NullMarked;
