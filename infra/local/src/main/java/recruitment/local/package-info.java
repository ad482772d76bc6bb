/** Starts the whole system on one machine, and shows what it does. */
@NullMarked
package recruitment.local;

import org.jspecify.annotations.NullMarked;
