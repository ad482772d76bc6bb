package recruitment.platform.outbox;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import recruitment.platform.outbox.OutboxOperations.Stopped;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * {@code /actuator/outbox}: what waits, what an error has stopped, and going on from
 * there. Tells ids and types of events, nothing of what they say.
 */
@Endpoint(id = "outbox")
class OutboxEndpoint {

	private static final int LISTED = 100;

	private final OutboxOperations operations;

	private final OutboxMeters meters;

	private final Breaker breaker;

	OutboxEndpoint(OutboxOperations operations, OutboxMeters meters, Breaker breaker) {
		this.operations = operations;
		this.meters = meters;
		this.breaker = breaker;
	}

	@ReadOperation
	State state() {
		OutboxStatus status = this.meters.status();
		return new State(status.pending(), this.meters.oldestAge().toSeconds(), this.breaker.isOpen(),
				this.operations.stopped(LISTED));
	}

	/** Lets all that is stopped try again. */
	@WriteOperation
	Done retryAll() {
		return new Done(this.operations.retryAll(), null);
	}

	/**
	 * Lets one aggregate try again, or gives the event up that has stopped it.
	 * @param skip the event to give up; it must be the first that waits
	 */
	@WriteOperation
	Done goOn(@Selector String collection, @Selector String id, @Nullable UUID skip) {
		try {
			boolean done = (skip != null) ? this.operations.skip(collection, id, skip)
					: this.operations.retry(collection, id);
			return new Done(done ? 1 : 0, null);
		}
		catch (IllegalArgumentException ex) {
			return new Done(0, ex.getMessage());
		}
	}

	/**
	 * The outbox of this service.
	 *
	 * @param pending aggregates with events that wait
	 * @param oldestAgeSeconds age of the oldest of them, 0 when none waits
	 * @param brokerAway whether the broker is taken to be away
	 * @param stopped the first hundred of each collection
	 */
	record State(long pending, long oldestAgeSeconds, boolean brokerAway, List<Stopped> stopped) {
	}

	/**
	 * @param aggregates how many were stopped and go on
	 * @param refused why it was not done, if it cannot be
	 */
	record Done(long aggregates, @Nullable String refused) {
	}

}
