/** Fetches Maven where there is none. */
@NullMarked
package recruitment.local.maven;

import org.jspecify.annotations.NullMarked;
