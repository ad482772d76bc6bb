/**
 * The whole system as a stranger sees it: through its pages, its API, its mail and its
 * topics.
 */
@NullMarked
package recruitment.e2e;

import org.jspecify.annotations.NullMarked;
