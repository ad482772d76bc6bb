/** The platform as a whole. */
@NullMarked
package recruitment.platform;

import org.jspecify.annotations.NullMarked;
