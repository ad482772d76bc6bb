/** Tests of what shows the system at work. */
@NullMarked
package recruitment.local.show;

import org.jspecify.annotations.NullMarked;
