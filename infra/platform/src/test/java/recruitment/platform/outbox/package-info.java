/** The outbox against the real store and broker, and under every fault. */
@NullMarked
package recruitment.platform.outbox;

import org.jspecify.annotations.NullMarked;
