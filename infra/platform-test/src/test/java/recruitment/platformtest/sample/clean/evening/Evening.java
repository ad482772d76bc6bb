package recruitment.platformtest.sample.clean.evening;

import java.time.Clock;
import java.time.Instant;

import recruitment.platform.outbox.Aggregate;
import recruitment.platform.privacy.Pii;

/** Written by an outbox, asks the clock that it is given, prints no personal data. */
public class Evening implements Aggregate {

	private final Pii host;

	public Evening(Pii host) {
		this.host = host;
	}

	@Override
	public Object id() {
		return 1;
	}

	public boolean isOver(Clock clock, Instant end) {
		return Instant.now(clock).isAfter(end);
	}

	@Override
	public String toString() {
		return "Evening of " + this.host;
	}

}
