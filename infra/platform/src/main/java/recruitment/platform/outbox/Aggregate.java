package recruitment.platform.outbox;

/**
 * A document that publishes events. It is written through {@link Outbox} alone, which
 * keeps its state and the events that tell of it in one write; a {@code save} would erase
 * events that another writer has just appended.
 * <p>
 * Its methods decide: they change its fields and return the event that says so. The
 * fields {@code v}, {@code out}, {@code outHead}, {@code outDue}, {@code outOwner},
 * {@code outTry} and {@code outErr} of its document belong to the outbox.
 */
public interface Aggregate {

	/** The {@code _id} of its document: a UUID or a string. */
	Object id();

}
