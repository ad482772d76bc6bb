package recruitment.booking.evening;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

import recruitment.platform.event.EventType;
import recruitment.platform.event.PublishedTo;

/** What this service says about evenings. No personal data. */
@PublishedTo("evening-events")
sealed interface EveningEvent {

	State evening();

	@EventType("recruitment.evening.published.v1")
	record Published(State evening) implements EveningEvent {
	}

	/**
	 * Facts, hours or capacity are others than before; the revision grows with facts
	 * alone.
	 */
	@EventType("recruitment.evening.changed.v1")
	record Changed(State evening) implements EveningEvent {
	}

	@EventType("recruitment.evening.cancelled.v1")
	record Cancelled(State evening) implements EveningEvent {
	}

	/** The whole evening, as the event leaves it. */
	record State(UUID id, String title, Instant start, Instant end, ZoneId zone, Venue venue, int revision,
			int capacity, Instant opens, Instant closes, EveningStatus status) {
	}

}
