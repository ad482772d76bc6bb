package recruitment.platform.outbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What waits in all aggregates of a service, as it was a few seconds ago.
 *
 * @param pending aggregates with events that wait
 * @param stuck those of them that an error has stopped
 * @param oldest when the oldest of these events was decided, as far as the next page of
 * the poller tells
 */
record OutboxStatus(long pending, long stuck, @Nullable Instant oldest) {

	static final OutboxStatus NOTHING = new OutboxStatus(0, 0, null);

	OutboxStatus plus(OutboxStatus other) {
		Instant earlier = (this.oldest == null || (other.oldest != null && other.oldest.isBefore(this.oldest)))
				? other.oldest : this.oldest;
		return new OutboxStatus(this.pending + other.pending, this.stuck + other.stuck, earlier);
	}

}
