package recruitment.platform.outbox;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;

/**
 * Runs drains, many aggregates at a time, and never more than it may. A writer that made
 * an aggregate's backlog hands it over and goes on; when there is no room for it, the
 * poller finds it later.
 */
class OutboxRelay {

	private static final Logger logger = LoggerFactory.getLogger(OutboxRelay.class);

	private final Drain drain;

	private final Breaker breaker;

	private final OutboxMeters meters;

	private final Executor executor;

	private final int inFlightLimit;

	private final int placesLimit;

	private final Semaphore inFlight;

	/** Room for drains that run or wait to run. */
	private final Semaphore places;

	private volatile boolean stopped;

	OutboxRelay(Drain drain, Breaker breaker, OutboxMeters meters, Executor executor, OutboxProperties properties) {
		this.drain = drain;
		this.breaker = breaker;
		this.meters = meters;
		this.executor = executor;
		this.inFlightLimit = properties.inFlight();
		this.placesLimit = properties.inFlight() + properties.waiting();
		this.inFlight = new Semaphore(this.inFlightLimit);
		this.places = new Semaphore(this.placesLimit);
	}

	/**
	 * Whether writers hand over what they append; if not, it is due for repair at once.
	 */
	boolean takesHints() {
		return !this.stopped && !this.breaker.isOpen();
	}

	/** Takes the backlog over, or drops it. Never blocks. */
	void offer(Backlog backlog) {
		if (takesHints() && this.places.tryAcquire()) {
			start(backlog);
		}
	}

	/** Takes a backlog over that the poller has claimed; there was room for it. */
	void repair(Backlog backlog) {
		this.meters.recovered();
		this.places.acquireUninterruptibly();
		start(backlog);
	}

	/** Blocks until the newest event is the last record in the compacted topics. */
	void sendNewest(String collection, Object id) {
		this.drain.sendNewest(collection, id);
	}

	/** Drains that could be started without waiting. */
	int room() {
		return this.stopped ? 0 : this.inFlight.availablePermits();
	}

	int inFlight() {
		return this.inFlightLimit - this.inFlight.availablePermits();
	}

	private void start(Backlog backlog) {
		this.executor.execute(() -> {
			this.inFlight.acquireUninterruptibly();
			try {
				this.drain.run(backlog);
			}
			catch (DataAccessException | EventSender.SendFailedException ex) {
				logger.debug("A drain of {} was cut short by {}; the poller will repeat it", backlog.collection(),
						ex.getClass().getSimpleName());
			}
			finally {
				this.inFlight.release();
				this.places.release();
			}
		});
	}

	void start() {
		this.stopped = false;
	}

	/**
	 * Takes nothing more and lets what runs come to its end.
	 * @return whether it did within that time; what did not is left to a poller
	 */
	boolean stop(Duration longest) throws InterruptedException {
		this.stopped = true;
		boolean idle = this.places.tryAcquire(this.placesLimit, longest.toMillis(), TimeUnit.MILLISECONDS);
		if (idle) {
			this.places.release(this.placesLimit);
		}
		return idle;
	}

}
