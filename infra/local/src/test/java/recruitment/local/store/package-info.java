/** The embedded store, asked over its socket. */
@NullMarked
package recruitment.local.store;

import org.jspecify.annotations.NullMarked;
