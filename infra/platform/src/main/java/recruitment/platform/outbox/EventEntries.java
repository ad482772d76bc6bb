package recruitment.platform.outbox;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import com.github.f4b6a3.uuid.UuidCreator;
import org.jspecify.annotations.Nullable;
import recruitment.platform.event.EventJson;
import recruitment.platform.event.Keyed;
import recruitment.platform.event.Published;

/** Makes the entries of the events that one transition says. */
final class EventEntries {

	private final Clock clock;

	private final Supplier<@Nullable String> traceparent;

	private final @Nullable UUID cause;

	EventEntries(Clock clock, Supplier<@Nullable String> traceparent) {
		this(clock, traceparent, null);
	}

	private EventEntries(Clock clock, Supplier<@Nullable String> traceparent, @Nullable UUID cause) {
		this.clock = clock;
		this.traceparent = traceparent;
		this.cause = cause;
	}

	EventEntries causedBy(UUID eventId) {
		return new EventEntries(this.clock, this.traceparent, eventId);
	}

	List<OutboxEntry> of(Object aggregateId, List<?> events) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		String trace = this.traceparent.get();
		List<OutboxEntry> entries = new ArrayList<>();
		Map<String, Integer> ordinals = new HashMap<>();
		for (Object event : events) {
			Published published = Published.of(event);
			int ordinal = ordinals.merge(published.type(), 1, Integer::sum);
			entries.add(new OutboxEntry(id(aggregateId, published.type(), ordinal), published.type(), now,
					published.topics(), (event instanceof Keyed keyed) ? keyed.key() : null, EventJson.write(event),
					trace));
		}
		return entries;
	}

	/**
	 * One cause may move several aggregates, and one of them twice by events of one type:
	 * all of that goes into a derived id, so that only a true repetition makes a copy.
	 */
	private UUID id(Object aggregateId, String type, int ordinal) {
		if (this.cause == null) {
			return UuidCreator.getTimeOrderedEpoch();
		}
		return UuidCreator.getNameBasedSha1(this.cause, type + " " + aggregateId + " " + ordinal);
	}

}
