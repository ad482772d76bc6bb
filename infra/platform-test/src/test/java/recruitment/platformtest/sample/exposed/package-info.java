/** Breaks the rule "exposed". */
@NullMarked
package recruitment.platformtest.sample.exposed;

import org.jspecify.annotations.NullMarked;
