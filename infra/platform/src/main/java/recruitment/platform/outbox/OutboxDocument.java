package recruitment.platform.outbox;

/** The fields that the outbox keeps in the document of an aggregate. */
final class OutboxDocument {

	/** Most events that may wait in one aggregate; the next write is refused. */
	static final int BACKLOG = 64;

	private OutboxDocument() {
	}

}
