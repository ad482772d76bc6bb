package recruitment.platform.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.core.mapping.Document;

/** An aggregate that moves from place to place, for tests. */
@Document("parcels")
final class Parcel implements Aggregate {

	private final UUID id;

	private @Nullable String label;

	private int place;

	private final TreeMap<String, Integer> visits = new TreeMap<>();

	Parcel(UUID id, @Nullable String label) {
		this.id = id;
		this.label = label;
	}

	@Override
	public UUID id() {
		return this.id;
	}

	@Nullable String label() {
		return this.label;
	}

	int place() {
		return this.place;
	}

	TreeMap<String, Integer> visits() {
		return this.visits;
	}

	List<ParcelEvent> packed() {
		return List.of(new ParcelEvent.Packed(this.id, String.valueOf(this.label)));
	}

	List<ParcelEvent> move() {
		this.place++;
		this.visits.merge("place-" + this.place % 3, 1, Integer::sum);
		return List.of(new ParcelEvent.Moved(this.id, this.place));
	}

	List<ParcelEvent> move(int times) {
		List<ParcelEvent> events = new ArrayList<>();
		for (int i = 0; i < times; i++) {
			events.addAll(move());
		}
		return events;
	}

	List<ParcelEvent> tearLabelOff() {
		this.label = null;
		return List.of();
	}

}
