package recruitment.booking.evening;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

import recruitment.platform.web.DayAndTime;

/**
 * What a person who has booked is told of the evening. Each booking carries a copy, so
 * that its events stand alone.
 *
 * @param zone the evening is told in its local time
 * @param revision grows when one of these facts changes
 */
public record EveningFacts(UUID id, String title, Instant start, Instant end, ZoneId zone, Venue venue, int revision) {

	/** The start, as a person is told it. */
	public String when() {
		return DayAndTime.of(this.start, this.zone);
	}

}
