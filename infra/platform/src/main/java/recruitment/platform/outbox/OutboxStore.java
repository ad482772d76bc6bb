package recruitment.platform.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import recruitment.platform.store.Indexes;

import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * The documents of aggregates as the relay sees them: what waits, and taking out what has
 * left. Every write is a conditional update of one document: a caller that slept does no
 * harm.
 */
class OutboxStore {

	private static final FindOneAndUpdateOptions AFTER = new FindOneAndUpdateOptions()
		.returnDocument(ReturnDocument.AFTER);

	private final MongoOperations mongo;

	private final OutboxProperties properties;

	private final Clock clock;

	private final Predicate<String> compacted;

	/**
	 * @param compacted tells of a topic whether it keeps only the last record of a key
	 */
	OutboxStore(MongoOperations mongo, OutboxProperties properties, Clock clock, Predicate<String> compacted) {
		this.mongo = mongo;
		this.properties = properties;
		this.clock = clock;
		this.compacted = compacted;
	}

	/**
	 * Runs an operation with the guarantees that the protocol needs, whatever the
	 * settings of the client are.
	 */
	@SuppressWarnings("NullAway") // null only where the operation returns it
	<T extends @Nullable Object> T on(String collection, CollectionCallback<T> operation) {
		return this.mongo.execute(collection,
				(found) -> operation.doInCollection(found.withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
					.withReadConcern(ReadConcern.MAJORITY)
					.withReadPreference(ReadPreference.primary())));
	}

	void createIndexes(String collection) {
		IndexOptions sparse = new IndexOptions().sparse(true);
		for (String field : List.of(OutboxDocument.DUE, OutboxDocument.ERROR)) {
			on(collection, (c) -> Indexes.patient(c).createIndex(new Document(field, 1), sparse));
		}
	}

	OutboxStatus status(String collection) {
		Document waits = new Document(OutboxDocument.DUE, new Document("$exists", true));
		Document stuck = new Document(OutboxDocument.ERROR, new Document("$exists", true));
		Instant oldest = on(collection,
				(c) -> c.find(waits)
					.sort(new Document(OutboxDocument.DUE, 1))
					.limit(this.properties.page())
					.projection(new Document(OutboxDocument.OUT + ".at", 1))
					.into(new ArrayList<>()))
			.stream()
			.flatMap((document) -> document.getList(OutboxDocument.OUT, Document.class, List.of()).stream().limit(1))
			.map((entry) -> entry.getDate("at").toInstant())
			.min(Comparator.naturalOrder())
			.orElse(null);
		return new OutboxStatus(on(collection, (c) -> c.countDocuments(waits)),
				on(collection, (c) -> c.countDocuments(stuck)), oldest);
	}

	/**
	 * Takes the first events out.
	 * @param acked how many of the backlog's, at least 1; all are in Kafka
	 * @return what waits now; empty when another relay has taken them out
	 */
	Optional<Backlog> prune(Backlog backlog, int acked) {
		// mostly nothing has arrived in the meantime
		if (acked == backlog.entries().size() && pruneAll(backlog)) {
			return Optional.of(backlog.emptied());
		}
		Document filter = whileStanding(backlog, acked).append(OutboxDocument.OUT + "." + acked,
				new Document("$exists", true));
		List<String> ids = backlog.entries().stream().limit(acked).map((entry) -> entry.id().toString()).toList();
		Bson update = Updates.combine(Updates.pull(OutboxDocument.OUT, new Document("id", new Document("$in", ids))),
				Updates.set(OutboxDocument.DUE, lease()), passing(backlog, acked));
		return Optional.ofNullable(on(backlog.collection(), (c) -> c.findOneAndUpdate(filter, update, AFTER)))
			.map((document) -> Backlog.from(backlog.collection(), document));
	}

	private boolean pruneAll(Backlog backlog) {
		int all = backlog.entries().size();
		Document filter = whileStanding(backlog, all).append(OutboxDocument.OUT, new Document("$size", all));
		Bson update = Updates.combine(Updates.set(OutboxDocument.OUT, List.of()), Updates.unset(OutboxDocument.DUE),
				passing(backlog, all));
		return on(backlog.collection(), (c) -> c.updateOne(filter, update)).getMatchedCount() == 1;
	}

	/** Matches while the first events of the document are those of the backlog. */
	static Document whileStanding(Backlog backlog, int count) {
		return new Document(OutboxDocument.ID, backlog.id()).append(OutboxDocument.HEAD, backlog.head())
			.append(OutboxDocument.OUT + "." + (count - 1) + ".id", backlog.entries().get(count - 1).id().toString());
	}

	/** Success: the head moves on, and what repair had noted is forgotten. */
	private Bson passing(Backlog backlog, int acked) {
		List<Bson> updates = new ArrayList<>(
				List.of(Updates.inc(OutboxDocument.HEAD, (long) acked), Updates.unset(OutboxDocument.OWNER),
						Updates.unset(OutboxDocument.TRY), Updates.unset(OutboxDocument.ERROR)));
		for (int i = acked - 1; i >= 0; i--) {
			if (isCompacted(backlog.entries().get(i))) {
				updates.add(Updates.set(OutboxDocument.LAST,
						Newest.toDocument(backlog.entries().get(i), backlog.sequence(i))));
				break;
			}
		}
		return Updates.combine(updates);
	}

	Optional<Newest> newest(String collection, Object id) {
		return Optional.ofNullable(on(collection, (c) -> c.find(new Document(OutboxDocument.ID, id)).first()))
			.map((document) -> Newest.from(collection, document));
	}

	/**
	 * Hands over the id of each aggregate that has told a compacted topic something, and
	 * the sequence of the newest event that it told.
	 */
	void forEachNewest(String collection, BiConsumer<Object, Long> reader) {
		String sequence = OutboxDocument.LAST + "." + Newest.SEQUENCE;
		for (Document document : on(collection,
				(c) -> c.find(new Document(OutboxDocument.LAST, new Document("$exists", true)))
					.projection(new Document(sequence, 1))
					.timeoutMode(TimeoutMode.ITERATION))) {
			reader.accept(document.get(OutboxDocument.ID),
					document.getEmbedded(List.of(OutboxDocument.LAST, Newest.SEQUENCE), Long.class));
		}
	}

	boolean isCompacted(OutboxEntry entry) {
		return !compacted(entry.topics()).isEmpty();
	}

	/** Those of the topics that keep only the last record of a key. */
	List<String> compacted(List<String> topics) {
		return topics.stream().filter(this.compacted).toList();
	}

	/** Whether an attempt that starts now is certain to end within the lease. */
	boolean hasTime(Backlog backlog) {
		Instant due = backlog.due();
		return due != null && !this.clock.instant().isAfter(due.minus(this.properties.deliveryTimeout()));
	}

	Optional<Backlog> read(String collection, Object id) {
		return newest(collection, id).map(Newest::backlog);
	}

	/** When a repairer may take over what is written now. */
	Date lease() {
		return in(this.properties.lease());
	}

	Date now() {
		return in(Duration.ZERO);
	}

	Date in(Duration time) {
		return Date.from(this.clock.instant().plus(time));
	}

}
