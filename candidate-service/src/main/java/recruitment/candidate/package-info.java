@NullMarked
package recruitment.candidate;

import org.jspecify.annotations.NullMarked;
