package recruitment.platform.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Who looks after an aggregate whose events have not left, and when: claimed by one
 * repairer for the time of a lease, resting after a failure, stopped by an error. Every
 * write is a conditional update of single documents.
 */
class OutboxRepair {

	/** {@code outDue} of a stopped aggregate: no repairer looks at it. */
	private static final Date NEVER = Date.from(Instant.parse("9999-12-31T00:00:00Z"));

	private final OutboxStore store;

	private final OutboxProperties properties;

	OutboxRepair(OutboxStore store, OutboxProperties properties) {
		this.store = store;
		this.properties = properties;
	}

	/** Ids of aggregates whose events have waited too long, longest first. */
	List<Object> due(String collection, int limit) {
		Document filter = new Document(OutboxDocument.DUE,
				new Document("$exists", true).append("$lt", this.store.now()));
		return this.store.on(collection,
				(c) -> c.find(filter)
					.sort(new Document(OutboxDocument.DUE, 1))
					.limit(limit)
					.projection(new Document(OutboxDocument.ID, 1))
					.map((document) -> document.get(OutboxDocument.ID))
					.into(new ArrayList<>()));
	}

	/** Takes those of them that are still due. */
	void claim(String collection, List<Object> ids, UUID token) {
		Document filter = new Document(OutboxDocument.ID, new Document("$in", ids)).append(OutboxDocument.DUE,
				new Document("$lt", this.store.now()));
		this.store.on(collection,
				(c) -> c.updateMany(filter, Updates.combine(Updates.set(OutboxDocument.DUE, this.store.lease()),
						Updates.set(OutboxDocument.OWNER, token.toString()), Updates.inc(OutboxDocument.TRY, 1))));
	}

	/** What waits in those that the token got. */
	List<Backlog> claimed(String collection, List<Object> ids, UUID token) {
		Document filter = new Document(OutboxDocument.ID, new Document("$in", ids)).append(OutboxDocument.OWNER,
				token.toString());
		return this.store.on(collection,
				(c) -> c.find(filter).map((document) -> Backlog.from(collection, document)).into(new ArrayList<>()));
	}

	/** Lets a failed aggregate rest, the longer the more often it was tried. */
	void postpone(Backlog backlog) {
		long times = 1L << Math.min(backlog.tries(), 20);
		Duration rest = this.properties.firstBackOff().multipliedBy(times);
		Duration longest = this.properties.maxBackOff();
		mark(backlog, Updates.set(OutboxDocument.DUE, this.store.in((rest.compareTo(longest) < 0) ? rest : longest)));
	}

	/** Gives a claimed aggregate back as if it had not been tried. */
	void giveBack(Backlog backlog) {
		mark(backlog, Updates.combine(Updates.set(OutboxDocument.DUE, this.store.now()),
				Updates.unset(OutboxDocument.OWNER), Updates.unset(OutboxDocument.TRY)));
	}

	/** Stops an aggregate until an operator decides. */
	void stop(Backlog backlog, String reason) {
		mark(backlog,
				Updates.combine(Updates.set(OutboxDocument.ERROR, reason), Updates.set(OutboxDocument.DUE, NEVER)));
	}

	/** Puts a stopped aggregate out of the poller's sight again after a new event. */
	void park(Backlog backlog) {
		Document stopped = OutboxStore.whileStanding(backlog, 1)
			.append(OutboxDocument.ERROR, new Document("$exists", true));
		this.store.on(backlog.collection(), (c) -> c.updateOne(stopped, Updates.set(OutboxDocument.DUE, NEVER)));
	}

	private void mark(Backlog backlog, Bson update) {
		this.store.on(backlog.collection(), (c) -> c.updateOne(OutboxStore.whileStanding(backlog, 1), update));
	}

}
