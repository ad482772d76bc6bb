package recruitment.platform.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Opens when sends fail in a row, whatever their aggregate: then the broker is away and
 * every further attempt would only fill the producer. While it is open, single probes
 * find out when the broker is back; the first success closes it.
 */
class Breaker {

	private static final int FAILURES = 5;

	private final Clock clock;

	private final Duration probeInterval;

	private int failures;

	private @Nullable Instant nextProbe;

	Breaker(Clock clock, Duration probeInterval) {
		this.clock = clock;
		this.probeInterval = probeInterval;
	}

	synchronized boolean isOpen() {
		return this.nextProbe != null;
	}

	/** Whether an open breaker lets one probe through now. */
	synchronized boolean letsProbe() {
		Instant now = this.clock.instant();
		if (this.nextProbe == null || !isDue(this.nextProbe, now)) {
			return false;
		}
		this.nextProbe = now.plus(this.probeInterval);
		return true;
	}

	/** Also when the clock was set back: no probe is further away than the interval. */
	private boolean isDue(Instant probe, Instant now) {
		return !now.isBefore(probe) || now.plus(this.probeInterval).isBefore(probe);
	}

	synchronized void succeeded() {
		this.failures = 0;
		this.nextProbe = null;
	}

	synchronized void failed() {
		this.failures++;
		if (this.nextProbe == null && this.failures >= FAILURES) {
			this.nextProbe = this.clock.instant().plus(this.probeInterval);
		}
	}

}
