/** Breaks the rule "producer". */
@NullMarked
package recruitment.platformtest.sample.producer;

import org.jspecify.annotations.NullMarked;
