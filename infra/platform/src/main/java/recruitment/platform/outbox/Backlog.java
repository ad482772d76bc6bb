package recruitment.platform.outbox;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What waited in one aggregate when its document was read.
 *
 * @param collection where the document lies
 * @param id its {@code _id} as stored
 * @param head events that had left before
 * @param entries what waits, oldest first
 * @param due when a repairer may take over; {@code null} while nothing waits
 * @param tries how often repairers have claimed it since the last success
 * @param stopped an error that no retry can cure has stopped it
 */
record Backlog(String collection, Object id, long head, List<OutboxEntry> entries, @Nullable Instant due, int tries,
		boolean stopped) {

	static Backlog from(String collection, Document document) {
		Date due = document.getDate(OutboxDocument.DUE);
		return new Backlog(collection, Objects.requireNonNull(document.get(OutboxDocument.ID)),
				document.get(OutboxDocument.HEAD, Number.class).longValue(),
				document.getList(OutboxDocument.OUT, Document.class, List.of())
					.stream()
					.map(OutboxEntry::from)
					.toList(),
				(due != null) ? due.toInstant() : null, document.getInteger(OutboxDocument.TRY, 0),
				document.containsKey(OutboxDocument.ERROR));
	}

	/** What is there after all of it was taken out. */
	Backlog emptied() {
		return new Backlog(this.collection, this.id, this.head + this.entries.size(), List.of(), null, 0, false);
	}

	boolean isEmpty() {
		return this.entries.isEmpty();
	}

	/** The CloudEvents subject, and the Kafka key where an event has none of its own. */
	String subject() {
		return this.id.toString();
	}

	long sequence(int index) {
		return this.head + index + 1;
	}

}
