/** What the processes of the stack have in common that are started by the launcher. */
@NullMarked
package recruitment.local.child;

import org.jspecify.annotations.NullMarked;
