package recruitment.platform.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Keeps the figures up to date that tell whether events leave. */
class OutboxWatch {

	private static final Duration INTERVAL = Duration.ofSeconds(5);

	private final OutboxStore store;

	private final List<String> collections;

	private final OutboxMeters meters;

	private final Clock clock;

	private Instant next = Instant.MIN;

	OutboxWatch(OutboxStore store, List<String> collections, OutboxMeters meters, Clock clock) {
		this.store = store;
		this.collections = collections;
		this.meters = meters;
		this.clock = clock;
	}

	/** Does nothing when it was done a few seconds ago. */
	void runOnce() {
		Instant now = this.clock.instant();
		if (now.isBefore(this.next)) {
			return;
		}
		this.meters
			.update(this.collections.stream().map(this.store::status).reduce(OutboxStatus.NOTHING, OutboxStatus::plus));
		this.next = now.plus(INTERVAL);
	}

}
