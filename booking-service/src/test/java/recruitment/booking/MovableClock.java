package recruitment.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The machine's time, and what a test has added to it. */
public final class MovableClock extends Clock {

	private final Clock machine = Clock.tickMillis(ZoneOffset.UTC);

	private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

	public void pass(Duration time) {
		this.ahead.accumulateAndGet(time, Duration::plus);
	}

	@Override
	public Instant instant() {
		return this.machine.instant().plus(this.ahead.get());
	}

	@Override
	public ZoneId getZone() {
		return this.machine.getZone();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException("UTC alone");
	}

}
