package recruitment.platform.outbox;

import java.util.UUID;

import recruitment.platform.event.EventType;
import recruitment.platform.event.Keyed;
import recruitment.platform.event.PublishedTo;

/** What a {@link Parcel} says, on a log and then on a compacted topic. */
@PublishedTo({ "candidate-events", "candidate-state" })
sealed interface ParcelEvent {

	@EventType("recruitment.parcel.packed.v1")
	record Packed(UUID id, String label) implements ParcelEvent {
	}

	@EventType("recruitment.parcel.moved.v1")
	record Moved(UUID id, int to) implements ParcelEvent {
	}

	@EventType("recruitment.parcel.seen.v1")
	record Seen(String key, int at) implements ParcelEvent, Keyed {
	}

}
