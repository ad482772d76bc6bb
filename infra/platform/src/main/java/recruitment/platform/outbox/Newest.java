package recruitment.platform.outbox;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What should be the last record of an aggregate in its compacted topics.
 *
 * @param backlog what still waits; unless it is stopped, that is newer
 * @param event the newest event that has left; {@code null} when none went to a compacted
 * topic
 * @param sequence of that event
 */
record Newest(Backlog backlog, @Nullable OutboxEntry event, long sequence) {

	static final String SEQUENCE = "s";

	static Newest from(String collection, Document document) {
		Backlog backlog = Backlog.from(collection, document);
		Document last = document.get(OutboxDocument.LAST, Document.class);
		return (last != null) ? new Newest(backlog, OutboxEntry.from(last), last.getLong(SEQUENCE))
				: new Newest(backlog, null, 0);
	}

	/** The form in which the document keeps it. */
	static Document toDocument(OutboxEntry event, long sequence) {
		return event.toDocument().append(SEQUENCE, sequence);
	}

	boolean hasLeft() {
		return this.backlog.isEmpty() || this.backlog.stopped();
	}

}
