/** Runs the children of the launcher in tests. */
@NullMarked
package recruitment.local.child;

import org.jspecify.annotations.NullMarked;
