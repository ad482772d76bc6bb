/** Breaks the rule "names". */
@NullMarked
package recruitment.platformtest.sample.names;

import org.jspecify.annotations.NullMarked;
