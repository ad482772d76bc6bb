/** Proofs of the launcher. */
@NullMarked
package recruitment.local;

import org.jspecify.annotations.NullMarked;
