package recruitment.notification.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import recruitment.notification.mail.Answer.Verdict;

/**
 * What the mail provider bears: so many messages a second, and while it is down one try
 * every two seconds, by a real message, so that mail flows again soon after it is back
 * and not before.
 */
@Component
public class Provider {

	static final Duration PROBE = Duration.ofSeconds(2);

	private final Clock clock;

	private final int rate;

	private double tokens;

	private Instant filled;

	private @Nullable Instant nextProbe;

	Provider(MailSettings settings, Clock clock) {
		this.clock = clock;
		this.rate = settings.rate();
		this.tokens = settings.rate();
		this.filled = clock.instant();
	}

	/** Whether a message may be sent now; a {@code true} is used up by asking. */
	public synchronized boolean admits() {
		if (room() < 1) {
			return false;
		}
		this.tokens--;
		if (this.nextProbe != null) {
			this.nextProbe = this.clock.instant().plus(PROBE);
		}
		return true;
	}

	/** How many messages would be admitted now. */
	public synchronized int room() {
		Instant now = this.clock.instant();
		if (isDown()) {
			return isProbeDue(now) ? 1 : 0;
		}
		double seconds = Math.max(0, Duration.between(this.filled, now).toNanos() / 1e9);
		this.tokens = Math.min(this.rate, this.tokens + seconds * this.rate);
		this.filled = now;
		return (int) this.tokens;
	}

	/** Also when the clock was set back: no probe is ever further away than its wait. */
	private boolean isProbeDue(Instant now) {
		return this.nextProbe != null && (!now.isBefore(this.nextProbe) || now.plus(PROBE).isBefore(this.nextProbe));
	}

	/** Learns from what became of a message. */
	public synchronized void answered(Answer answer) {
		if (answer.verdict() == Verdict.PROVIDER_DOWN) {
			this.nextProbe = this.clock.instant().plus(PROBE);
		}
		else if (answer.code() > 0) {
			this.nextProbe = null;
		}
	}

	/** Whether the last that was heard of it was that it takes no messages. */
	public synchronized boolean isDown() {
		return this.nextProbe != null;
	}

}
