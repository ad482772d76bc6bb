package recruitment.platform.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import recruitment.platform.event.EventJson;

/** What an operator may do about aggregates that an error has stopped. */
class OutboxOperations {

	private final OutboxStore store;

	private final List<String> collections;

	OutboxOperations(OutboxStore store, AggregateDocuments documents) {
		this.store = store;
		this.collections = documents.collections();
	}

	/**
	 * Aggregates that are stopped.
	 * @param limit most that are listed of each collection
	 */
	List<Stopped> stopped(int limit) {
		List<Stopped> stopped = new ArrayList<>();
		for (String collection : this.collections) {
			this.store.on(collection,
					(c) -> c.find(stopped())
						.limit(limit)
						.map((document) -> Stopped.from(collection, document))
						.into(stopped));
		}
		return stopped;
	}

	/**
	 * Lets every stopped aggregate try again, within seconds: after what stopped them all
	 * was mended, a right to write that was missing for example.
	 * @return how many there were
	 */
	long retryAll() {
		return this.collections.stream()
			.mapToLong((collection) -> this.store.on(collection, (c) -> c.updateMany(stopped(), again()))
				.getMatchedCount())
			.sum();
	}

	/**
	 * Lets a stopped aggregate try again.
	 * @param id as stored
	 * @return whether it was stopped
	 */
	boolean retry(String collection, Object id) {
		return update(collection, stopped(id), again());
	}

	/**
	 * Gives the event up that has stopped an aggregate: in its place, with its sequence,
	 * an event {@code ….skipped.v1} tells consumers of the hole.
	 * @param id as stored
	 * @param eventId the event that must be the first one waiting
	 * @return whether it was that event that had stopped the aggregate
	 * @throws IllegalArgumentException when the event goes to compacted topics alone:
	 * there a hole would stand for the newest state
	 */
	boolean skip(String collection, Object id, UUID eventId) {
		Backlog backlog = this.store.read(collection, id).orElse(null);
		if (backlog == null || backlog.isEmpty() || !backlog.entries().getFirst().id().equals(eventId)) {
			return false;
		}
		OutboxEntry lost = backlog.entries().getFirst();
		// a compacted topic keeps the last good record rather than a hole
		List<String> topics = lost.topics()
			.stream()
			.filter((topic) -> this.store.compacted(List.of(topic)).isEmpty())
			.toList();
		if (topics.isEmpty()) {
			throw new IllegalArgumentException(
					"This event goes to a topic that keeps the newest state, and cannot be given up: mend the cause and retry.");
		}
		OutboxEntry hole = new OutboxEntry(UuidCreator.getTimeOrderedEpoch(), skipped(lost.type()), lost.at(), topics,
				lost.key(), EventJson.write(Map.of("skipped", Map.of("id", lost.id(), "type", lost.type()))),
				lost.traceparent());
		Document standing = stopped(id).append(OutboxDocument.HEAD, backlog.head())
			.append(OutboxDocument.OUT + ".0.id", lost.id().toString());
		return update(collection, standing,
				Updates.combine(Updates.set(OutboxDocument.OUT + ".0", hole.toDocument()), again()));
	}

	/**
	 * {@code recruitment.booking.confirmed.v1} becomes
	 * {@code recruitment.booking.skipped.v1}.
	 */
	private static String skipped(String type) {
		String[] words = type.split("\\.");
		words[words.length - 2] = "skipped";
		words[words.length - 1] = "v1";
		return String.join(".", words);
	}

	private static Document stopped() {
		return new Document(OutboxDocument.ERROR, new Document("$exists", true));
	}

	private static Document stopped(Object id) {
		return new Document(OutboxDocument.ID, id).append(OutboxDocument.ERROR, new Document("$exists", true));
	}

	private Bson again() {
		return Updates.combine(Updates.unset(OutboxDocument.ERROR), Updates.unset(OutboxDocument.TRY),
				Updates.set(OutboxDocument.DUE, this.store.now()));
	}

	private boolean update(String collection, Document filter, Bson update) {
		return this.collections.contains(collection)
				&& this.store.on(collection, (c) -> c.updateOne(filter, update)).getMatchedCount() == 1;
	}

	/**
	 * One of them.
	 *
	 * @param error name of the error's class
	 * @param event the one that Kafka does not take
	 * @param waiting how many events wait, with that one
	 */
	record Stopped(String collection, String id, @Nullable String error, UUID event, String type, long sequence,
			int waiting) {

		static Stopped from(String collection, Document document) {
			Backlog backlog = Backlog.from(collection, document);
			OutboxEntry first = backlog.entries().getFirst();
			return new Stopped(collection, backlog.subject(), document.getString(OutboxDocument.ERROR), first.id(),
					first.type(), backlog.sequence(0), backlog.entries().size());
		}

	}

}
