package recruitment.platformtest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that goes when the test says so. */
public final class SetClock extends Clock {

	private final AtomicReference<Instant> now;

	public SetClock(Instant start) {
		this.now = new AtomicReference<>(start);
	}

	/**
	 * @param time negative to set it back
	 */
	public void forward(Duration time) {
		this.now.updateAndGet((before) -> before.plus(time));
	}

	@Override
	public Instant instant() {
		return this.now.get();
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

}
