/** Proofs of the fetching of Maven. */
@NullMarked
package recruitment.local.maven;

import org.jspecify.annotations.NullMarked;
