package recruitment.platform.outbox;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitment.platform.event.CloudEvent;
import recruitment.platform.outbox.EventSender.SendFailedException;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The only way to write an {@link Aggregate}: its new state and the events that tell of
 * it, in one update of one document. See infra/docs/protocols.md, section 1.
 */
public class Outbox {

	private static final Logger log = LoggerFactory.getLogger(Outbox.class);

	private static final int ATTEMPTS = 4;

	private static final FindOneAndUpdateOptions AFTER = new FindOneAndUpdateOptions()
		.returnDocument(ReturnDocument.AFTER);

	private final OutboxStore store;

	private final AggregateDocuments documents;

	private final OutboxRelay relay;

	private final EventEntries entries;

	Outbox(OutboxStore store, AggregateDocuments documents, OutboxRelay relay, EventEntries entries) {
		this.store = store;
		this.documents = documents;
		this.relay = relay;
		this.entries = entries;
	}

	/**
	 * The same outbox, whose events derive their ids from the event that caused them, so
	 * that deriving one twice makes a copy and not a second event.
	 * @param eventId the {@code ce_id} of the cause
	 */
	public Outbox causedBy(UUID eventId) {
		return new Outbox(this.store, this.documents, this.relay, this.entries.causedBy(eventId));
	}

	/**
	 * Inserts a new aggregate with its first events.
	 * @throws org.springframework.dao.DuplicateKeyException when a document with this id,
	 * or with another unique value of it, is there
	 */
	public <A extends Aggregate> A insert(A aggregate, List<?> events) {
		String collection = this.documents.collection(aggregate.getClass());
		List<OutboxEntry> said = this.entries.of(aggregate.id(), events);
		Document document = this.documents.write(aggregate)
			.append(OutboxDocument.VERSION, 1L)
			.append(OutboxDocument.OUT, documents(said))
			.append(OutboxDocument.HEAD, 0L);
		if (!said.isEmpty()) {
			document.append(OutboxDocument.DUE, due());
		}
		this.store.on(collection, (c) -> c.insertOne(document));
		handOver(collection, document, said);
		return aggregate;
	}

	/**
	 * Reads the aggregate, lets it decide, and writes the changed fields with the events
	 * under the condition that nobody wrote in between; tries again three times when
	 * somebody did. A decision that changes nothing and returns no event writes nothing.
	 * @param decision calls a method of the aggregate and returns its events; it may run
	 * several times
	 * @return the aggregate as written; empty when there is none with this id
	 * @throws OptimisticLockingFailureException when others wrote in between four times
	 * @throws OutboxFullException when {@value OutboxDocument#BACKLOG} events of this
	 * aggregate wait to be sent
	 */
	public <A extends Aggregate> Optional<A> append(Class<A> type, Object id, Function<A, ? extends List<?>> decision) {
		String collection = this.documents.collection(type);
		Document byId = new Document(OutboxDocument.ID, this.documents.id(id));
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			Document read = this.store.on(collection, (c) -> c.find(byId).first());
			if (read == null) {
				return Optional.empty();
			}
			A aggregate = this.documents.read(type, read);
			Document before = this.documents.write(aggregate);
			List<?> events = decision.apply(aggregate);
			Document change = AggregateDocuments.changes(before, this.documents.write(aggregate));
			if (change.isEmpty() && events.isEmpty()) {
				return Optional.of(aggregate);
			}
			refuseWhenFull(type, read, events);
			Document unchanged = new Document(byId).append(OutboxDocument.VERSION, read.get(OutboxDocument.VERSION));
			Document written = update(collection, unchanged, change, this.entries.of(aggregate.id(), events));
			if (written != null) {
				return Optional.of(this.documents.read(type, written));
			}
		}
		throw new OptimisticLockingFailureException("others kept writing the same " + type.getSimpleName());
	}

	/**
	 * One conditional update, for changes that depend on nothing but their precondition.
	 * @param precondition names the document by {@code _id} and says in which state it
	 * must be
	 * @return the aggregate as written; empty when no document matches
	 * @throws OutboxFullException when the document matches but its backlog is full
	 */
	public <A extends Aggregate> Optional<A> append(Class<A> type, Query precondition, Update change,
			Object... events) {
		String collection = this.documents.collection(type);
		Document filter = this.documents.filter(precondition, type);
		List<OutboxEntry> said = this.entries.of(String.valueOf(filter.get(OutboxDocument.ID)), List.of(events));
		Document written = update(collection, filter, this.documents.update(change, type), said);
		if (written == null && !said.isEmpty()) {
			Document matching = this.store.on(collection, (c) -> c.find(filter).first());
			if (matching != null) {
				refuseWhenFull(type, matching, said);
			}
		}
		return Optional.ofNullable(written).map((document) -> this.documents.read(type, document));
	}

	private @Nullable Document update(String collection, Document condition, Document change, List<OutboxEntry> said) {
		Document filter = new Document(condition);
		Document update = new Document(change);
		merge(update, "$inc", OutboxDocument.VERSION, 1L);
		if (!said.isEmpty()) {
			filter.append(OutboxDocument.LAST_PLACE, new Document("$exists", false));
			merge(update, "$push", OutboxDocument.OUT, new Document("$each", documents(said)));
			merge(update, "$min", OutboxDocument.DUE, due());
		}
		Document written = this.store.on(collection, (c) -> c.findOneAndUpdate(filter, update, AFTER));
		if (written != null) {
			handOver(collection, written, said);
		}
		return written;
	}

	private static void merge(Document update, String operator, String field, Object value) {
		update.put(operator, new Document(update.get(operator, new Document())).append(field, value));
	}

	private static void refuseWhenFull(Class<?> type, Document document, List<?> events) {
		boolean full = document.getList(OutboxDocument.OUT, Document.class, List.of()).size() >= OutboxDocument.BACKLOG;
		if (full && !events.isEmpty()) {
			throw new OutboxFullException(type.getSimpleName());
		}
	}

	private Date due() {
		return this.relay.takesHints() ? this.store.lease() : this.store.now();
	}

	/** Whoever made {@code out} non-empty has it drained; others leave that to him. */
	private void handOver(String collection, Document written, List<OutboxEntry> said) {
		int waiting = written.getList(OutboxDocument.OUT, Document.class, List.of()).size();
		if (!said.isEmpty() && waiting == said.size()) {
			this.relay.offer(Backlog.from(collection, written));
		}
	}

	private static List<Document> documents(List<OutboxEntry> said) {
		return said.stream().map(OutboxEntry::toDocument).toList();
	}

	/**
	 * Inserts an aggregate read back from its compacted topic after its database was
	 * lost. Publishes nothing: the next event follows the sequence of the record, and the
	 * record counts as the newest acknowledged event, the one to be said again if the
	 * topic should lose it ({@code outLast}).
	 * @param newest the record of the topic with the highest sequence of this aggregate
	 * @return false when a document with this id is there, which is left as it is
	 */
	public boolean restore(Aggregate aggregate, ConsumerRecord<String, byte[]> newest) {
		String collection = this.documents.collection(aggregate.getClass());
		CloudEvent attributes = CloudEvent.from(newest.headers());
		Document document = this.documents.write(aggregate)
			.append(OutboxDocument.VERSION, 1L)
			.append(OutboxDocument.OUT, List.of())
			.append(OutboxDocument.HEAD, attributes.sequence())
			.append(OutboxDocument.LAST,
					Newest.toDocument(OutboxEntry.from(attributes, newest), attributes.sequence()));
		try {
			this.store.on(collection, (c) -> c.insertOne(document));
			return true;
		}
		catch (DuplicateKeyException ex) {
			if (this.store.read(collection, this.documents.id(aggregate.id())).isPresent()) {
				return false;
			}
			throw ex;
		}
	}

	/**
	 * Sends the newest acknowledged event of an aggregate again, a copy with the same id
	 * and sequence, and waits for the answer. Does nothing while events of the aggregate
	 * wait to be sent: the newest follows by itself. A topic that is ahead of the
	 * database is left alone: the database has lost something, not the topic.
	 * @param lastSeen sequence of the last record of this aggregate on its compacted
	 * topic, 0 when there is none
	 * @return whether the event was sent, since the last one seen was older
	 */
	public boolean resend(Class<? extends Aggregate> type, Object id, long lastSeen) {
		String collection = this.documents.collection(type);
		Object stored = this.documents.id(id);
		boolean missing = this.store.newest(collection, stored)
			.filter((newest) -> newest.hasLeft() && newest.event() != null && newest.sequence() > lastSeen)
			.isPresent();
		if (missing) {
			this.relay.sendNewest(collection, stored);
		}
		return missing;
	}

	/**
	 * Sends again the newest acknowledged event of every aggregate of which a compacted
	 * topic has an older one last, or none.
	 * @param lastSeen sequence of the last record of each key
	 * @return how many events were sent
	 */
	long resendAll(Class<? extends Aggregate> type, Map<String, Long> lastSeen) {
		Map<Object, Long> behind = new HashMap<>();
		this.store.forEachNewest(this.documents.collection(type), (id, sequence) -> {
			long seen = lastSeen.getOrDefault(id.toString(), 0L);
			if (sequence > seen) {
				behind.put(id, seen);
			}
		});
		return behind.entrySet().stream().filter((one) -> resendOne(type, one.getKey(), one.getValue())).count();
	}

	/** What cannot be sent for good keeps nobody else from being repaired. */
	private boolean resendOne(Class<? extends Aggregate> type, Object id, long lastSeen) {
		try {
			return resend(type, id, lastSeen);
		}
		catch (SendFailedException ex) {
			if (ex.isRetriable()) {
				throw ex;
			}
			log.error("The newest event of {} {} cannot be sent again ({})", this.documents.collection(type), id,
					ex.reason());
			return false;
		}
	}

}
