/** Breaks the rule "layers". */
@NullMarked
package recruitment.platformtest.sample.layers.controller;

import org.jspecify.annotations.NullMarked;
