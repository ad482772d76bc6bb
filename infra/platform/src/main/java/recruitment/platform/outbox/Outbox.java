package recruitment.platform.outbox;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The only way to write an {@link Aggregate}: its new state and the events that tell of
 * it, in one update of one document.
 */
public class Outbox {

	/**
	 * The same outbox, whose events derive their ids from the event that caused them, so
	 * that deriving one twice makes a copy and not a second event.
	 * @param eventId the {@code ce_id} of the cause
	 */
	public Outbox causedBy(UUID eventId) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Inserts a new aggregate with its first events.
	 * @throws org.springframework.dao.DuplicateKeyException when a document with this id,
	 * or with another unique value of it, is there
	 */
	public <A extends Aggregate> A insert(A aggregate, List<?> events) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Reads the aggregate, lets it decide, and writes the changed fields with the events
	 * under the condition that nobody wrote in between; tries again three times when
	 * somebody did. A decision that changes nothing and returns no event writes nothing.
	 * @param decision calls a method of the aggregate and returns its events; it may run
	 * several times
	 * @return the aggregate as written; empty when there is none with this id
	 * @throws org.springframework.dao.OptimisticLockingFailureException when others wrote
	 * in between four times
	 * @throws OutboxFullException when {@value OutboxDocument#BACKLOG} events of this
	 * aggregate wait to be sent
	 */
	public <A extends Aggregate> Optional<A> append(Class<A> type, Object id, Function<A, ? extends List<?>> decision) {
		throw new UnsupportedOperationException();
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
		throw new UnsupportedOperationException();
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
		throw new UnsupportedOperationException();
	}

	/**
	 * Sends the newest acknowledged event of an aggregate again, a copy with the same id
	 * and sequence, and waits for the answer. Does nothing while events of the aggregate
	 * wait to be sent: the newest follows by itself.
	 * @param lastSeen sequence of the last record of this aggregate on its compacted
	 * topic, 0 when there is none
	 * @return whether the event was sent, since the last one seen was another
	 */
	public boolean resend(Class<? extends Aggregate> type, Object id, long lastSeen) {
		throw new UnsupportedOperationException();
	}

}
