/**
 * Events from Kafka: decoded once, classified when they fail, never lost. See
 * infra/docs/protocols.md, section 3.
 */
@NullMarked
package recruitment.platform.inbox;

import org.jspecify.annotations.NullMarked;
