package recruitment.platform.outbox;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitment.platform.outbox.EventSender.SendFailedException;

/**
 * Sends what waits in one aggregate, one event after the other, each after the
 * acknowledgement of the one before, and takes the acknowledged ones out. Any number of
 * drains of one aggregate may run at a time, and any of them may die or stall at any
 * step: Kafka then holds copies, but nothing is lost and nothing changes places.
 */
class Drain {

	private static final Logger logger = LoggerFactory.getLogger(Drain.class);

	private final OutboxStore store;

	private final OutboxRepair repair;

	private final EventSender sender;

	private final Breaker breaker;

	private final OutboxMeters meters;

	Drain(OutboxStore store, OutboxRepair repair, EventSender sender, Breaker breaker, OutboxMeters meters) {
		this.store = store;
		this.repair = repair;
		this.sender = sender;
		this.breaker = breaker;
		this.meters = meters;
	}

	/**
	 * Goes on until nothing waits, something fails, or too little of the lease is left.
	 */
	void run(Backlog backlog) {
		if (backlog.stopped()) {
			this.repair.park(backlog);
			return;
		}
		Backlog waiting = backlog;
		while (waiting != null && !waiting.isEmpty()) {
			waiting = sendAndPrune(waiting);
		}
	}

	/** Returns what this drain shall go on with. */
	private @Nullable Backlog sendAndPrune(Backlog backlog) {
		int acked = 0;
		SendFailedException failure = null;
		try {
			while (acked < backlog.entries().size() && this.store.hasTime(backlog)) {
				send(backlog, acked);
				acked++;
			}
		}
		catch (SendFailedException ex) {
			failure = ex;
		}
		Backlog left = backlog;
		if (acked > 0) {
			Optional<Backlog> pruned = this.store.prune(backlog, acked);
			if (pruned.isEmpty()) {
				this.meters.pruneLost();
				overwriteOldCopies(backlog, acked);
				return null;
			}
			left = pruned.get();
		}
		if (failure != null) {
			failed(left, failure);
			return null;
		}
		return (acked > 0) ? left : null;
	}

	private void send(Backlog backlog, int index) {
		OutboxEntry event = backlog.entries().get(index);
		try {
			for (String topic : event.topics()) {
				this.sender.send(topic, backlog.subject(), backlog.sequence(index), event);
			}
		}
		catch (SendFailedException ex) {
			if (ex.isRetriable()) {
				this.breaker.failed();
			}
			throw ex;
		}
		this.breaker.succeeded();
		this.meters.published(event);
	}

	private void failed(Backlog left, SendFailedException failure) {
		if (!failure.isRetriable()) {
			this.repair.stop(left, failure.reason());
			logger.error("Event {} of {} {} cannot be sent ({}); this aggregate is stopped until an operator decides",
					left.entries().getFirst().id(), left.collection(), left.id(), failure.reason());
		}
		else if (this.breaker.isOpen()) {
			this.repair.giveBack(left);
		}
		else {
			this.repair.postpone(left);
		}
	}

	/**
	 * In a compacted topic the last record wins, and it may be one of those just sent.
	 */
	private void overwriteOldCopies(Backlog sent, int acked) {
		if (sent.entries().stream().limit(acked).anyMatch(this.store::isCompacted)) {
			sendNewest(sent.collection(), sent.id());
		}
	}

	/**
	 * Makes the newest event of an aggregate the last record of its key in the compacted
	 * topics. A newer one may leave while this one is sent, so it looks again afterwards;
	 * one that still waits is drained here, since its own drain knows nothing of copies.
	 * @throws SendFailedException when the broker does not take it
	 */
	void sendNewest(String collection, Object id) {
		Newest newest = this.store.newest(collection, id).orElse(null);
		while (newest != null) {
			if (!newest.hasLeft()) {
				run(newest.backlog());
				return;
			}
			send(newest);
			long head = newest.backlog().head();
			newest = this.store.newest(collection, id)
				.filter((now) -> !now.hasLeft() || now.backlog().head() != head)
				.orElse(null);
		}
	}

	private void send(Newest newest) {
		OutboxEntry event = newest.event();
		if (event != null) {
			for (String topic : this.store.compacted(event.topics())) {
				this.sender.send(topic, newest.backlog().subject(), newest.sequence(), event);
			}
		}
	}

}
