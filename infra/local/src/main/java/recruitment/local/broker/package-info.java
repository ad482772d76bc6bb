/** A real Kafka broker in a process of its own. */
@NullMarked
package recruitment.local.broker;

import org.jspecify.annotations.NullMarked;
