/** Proofs of the command line. */
@NullMarked
package recruitment.local.command;

import org.jspecify.annotations.NullMarked;
