/** Breaks the rule "injection". */
@NullMarked
package recruitment.platformtest.sample.injection;

import org.jspecify.annotations.NullMarked;
