/**
 * State and its events in one write; a relay that pushes them to Kafka and a poller that
 * repairs. See infra/docs/protocols.md, section 1.
 */
@NullMarked
package recruitment.platform.outbox;

import org.jspecify.annotations.NullMarked;
