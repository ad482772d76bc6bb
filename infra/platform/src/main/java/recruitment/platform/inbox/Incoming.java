package recruitment.platform.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as it came from Kafka.
 *
 * @param id the same for every copy of the event
 * @param type wire name
 * @param subject id of the aggregate it tells of
 * @param sequence its position in the history of that aggregate, from 1
 * @param at when it was decided
 * @param event the fields of it that this service uses
 */
public record Incoming<N>(UUID id, String type, String subject, long sequence, Instant at, N event) {
}
