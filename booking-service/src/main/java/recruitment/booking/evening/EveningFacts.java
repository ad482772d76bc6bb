package recruitment.booking.evening;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/**
 * What a person who has booked is told of the evening. Each booking carries a copy, so
 * that its events stand alone.
 *
 * @param zone the evening is told in its local time
 * @param revision grows when one of these facts changes
 */
public record EveningFacts(UUID id, String title, Instant start, Instant end, ZoneId zone, Venue venue, int revision) {
}
