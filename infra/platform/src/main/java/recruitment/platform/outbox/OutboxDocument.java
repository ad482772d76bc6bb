package recruitment.platform.outbox;

import java.util.Set;

/** The fields that the outbox keeps in the document of an aggregate. */
final class OutboxDocument {

	/** Most events that may wait in one aggregate; the next write is refused. */
	static final int BACKLOG = 64;

	/** Exists when the backlog is full. */
	static final String LAST_PLACE = "out." + (BACKLOG - 1);

	static final String ID = "_id";

	/** Business version: every transition adds one. */
	static final String VERSION = "v";

	/** Events that are not yet known to be in Kafka, oldest first. */
	static final String OUT = "out";

	/** How many events have left {@link #OUT}. */
	static final String HEAD = "outHead";

	/**
	 * There exactly while {@link #OUT} is not empty: from then on a repairer may take
	 * over.
	 */
	static final String DUE = "outDue";

	/** Token of the repairer that has claimed it. */
	static final String OWNER = "outOwner";

	/** How often repairers have claimed it since the last success. */
	static final String TRY = "outTry";

	/** The error that no retry can cure; there while the aggregate is stopped. */
	static final String ERROR = "outErr";

	/**
	 * The newest event that went to a compacted topic, with its sequence: what must be
	 * sent again when an old copy has overwritten it there.
	 */
	static final String LAST = "outLast";

	/** What belongs to the outbox, whether or not the class of the aggregate reads it. */
	static final Set<String> FIELDS = Set.of(VERSION, OUT, HEAD, DUE, OWNER, TRY, ERROR, LAST);

	private OutboxDocument() {
	}

}
