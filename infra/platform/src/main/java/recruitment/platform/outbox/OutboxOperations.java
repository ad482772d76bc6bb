package recruitment.platform.outbox;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import recruitment.platform.event.EventJson;

/** What an operator may do about an aggregate that an error has stopped. */
public class OutboxOperations {

	private final OutboxStore store;

	private final AggregateDocuments documents;

	OutboxOperations(OutboxStore store, AggregateDocuments documents) {
		this.store = store;
		this.documents = documents;
	}

	/**
	 * Lets a stopped aggregate try again, within a second or so.
	 * @return whether it was stopped
	 */
	public boolean retry(Class<? extends Aggregate> type, Object id) {
		Document stopped = stopped(id);
		return update(type, stopped, again());
	}

	/**
	 * Gives the event up that has stopped an aggregate: in its place, with its sequence,
	 * an event {@code ….skipped.v1} tells consumers of the hole.
	 * @param eventId the event that must be the first one waiting
	 * @return whether it was that event that had stopped the aggregate
	 */
	public boolean skip(Class<? extends Aggregate> type, Object id, UUID eventId) {
		String collection = this.documents.collection(type);
		Backlog backlog = this.store.read(collection, this.documents.id(id)).orElse(null);
		if (backlog == null || backlog.isEmpty() || !backlog.entries().getFirst().id().equals(eventId)) {
			return false;
		}
		OutboxEntry lost = backlog.entries().getFirst();
		// a compacted topic keeps the last good record rather than a hole
		List<String> topics = lost.topics()
			.stream()
			.filter((topic) -> this.store.compacted(List.of(topic)).isEmpty())
			.toList();
		OutboxEntry hole = new OutboxEntry(UuidCreator.getTimeOrderedEpoch(), skipped(lost.type()), lost.at(), topics,
				lost.key(), EventJson.write(Map.of("skipped", Map.of("id", lost.id(), "type", lost.type()))),
				lost.traceparent());
		Document standing = stopped(id).append(OutboxDocument.HEAD, backlog.head())
			.append(OutboxDocument.OUT + ".0.id", lost.id().toString());
		return update(type, standing,
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

	private Document stopped(Object id) {
		return new Document(OutboxDocument.ID, this.documents.id(id)).append(OutboxDocument.ERROR,
				new Document("$exists", true));
	}

	private Bson again() {
		return Updates.combine(Updates.unset(OutboxDocument.ERROR), Updates.unset(OutboxDocument.TRY),
				Updates.set(OutboxDocument.DUE, this.store.now()));
	}

	private boolean update(Class<?> type, Document filter, Bson update) {
		return this.store.on(this.documents.collection(type), (c) -> c.updateOne(filter, update))
			.getMatchedCount() == 1;
	}

}
