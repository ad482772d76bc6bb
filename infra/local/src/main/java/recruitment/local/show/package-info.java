/** Shows what happens inside: one booking on its way, or a topic as it grows. */
@NullMarked
package recruitment.local.show;

import org.jspecify.annotations.NullMarked;
