/** What limits of several services are counted by. */
@NullMarked
package recruitment.platform.limit;

import org.jspecify.annotations.NullMarked;
