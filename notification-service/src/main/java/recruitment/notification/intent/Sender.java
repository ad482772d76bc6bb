package recruitment.notification.intent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

import recruitment.notification.mail.Answer;
import recruitment.notification.mail.Mailer;
import recruitment.notification.mail.Provider;
import recruitment.platform.error.Unavailable;

/**
 * Sends what is due, one step at a time; when and how many at once is the
 * {@link Dispatcher}'s affair.
 */
@Component
class Sender {

	/** Between two attempts to write down what became of a message. */
	private static final Duration PAUSE = Duration.ofMillis(500);

	private final Intents intents;

	private final Composer composer;

	private final Mailer mailer;

	private final Provider provider;

	private final Clock clock;

	Sender(Intents intents, Composer composer, Mailer mailer, Provider provider, Clock clock) {
		this.intents = intents;
		this.composer = composer;
		this.mailer = mailer;
		this.provider = provider;
		this.clock = clock;
	}

	/**
	 * What to look at now: nothing while the provider bears no more; while it is down,
	 * what needs no provider, and now and then the others, one of which tries it.
	 */
	List<Due> due(int limit) {
		// more than are sendable: one that has to wait for another must not hide the rest
		int sendable = (this.provider.room() > 0) ? limit : 0;
		if (!this.provider.isDown()) {
			return this.intents.due(sendable);
		}
		List<Due> due = new ArrayList<>(this.intents.lapsed(limit));
		due.addAll(this.intents.due(sendable));
		return due;
	}

	/**
	 * Takes the next step of an intent. Harmless for one that is not due, or in other
	 * hands.
	 */
	void attempt(Due due) {
		List<Intent> ofBooking = this.intents.of(due.booking());
		ofBooking.stream()
			.filter((intent) -> intent.id().equals(due.id()) && intent.isDue(this.clock.instant()))
			.findFirst()
			.ifPresent((intent) -> attempt(intent, ofBooking));
	}

	private void attempt(Intent intent, List<Intent> ofBooking) {
		Instant now = this.clock.instant();
		List<Intent> older = ofBooking.stream().filter(intent::isNewerThan).toList();
		if (intent.isSending()) {
			this.intents.lapsed(intent);
		}
		else if (ofBooking.stream().anyMatch((other) -> other.isNewerThan(intent))) {
			this.intents.supersede(intent);
		}
		else if (intent.isExpired(now)) {
			this.intents.expire(intent);
		}
		else if (older.stream().allMatch(this::isSettled) && this.provider.admits()) {
			boolean invited = older.stream().anyMatch(Intent::mayHaveInvited);
			this.intents.claim(intent).ifPresent((claimed) -> send(claimed, invited));
		}
	}

	/** Whether an older message of the same booking will not be sent any more. */
	private boolean isSettled(Intent older) {
		return older.isOpen() ? this.intents.supersede(older) : !older.isSending();
	}

	private void send(Intent claimed, boolean invited) {
		Answer answer = this.mailer.send(this.composer.compose(claimed, invited), () -> this.intents.commit(claimed));
		this.provider.answered(answer);
		untilWritten(claimed, () -> writeDown(claimed, answer));
	}

	private void writeDown(Intent claimed, Answer answer) {
		switch (answer.verdict()) {
			case ACCEPTED -> this.intents.sent(claimed, answer);
			case REJECTED -> this.intents.rejected(claimed, answer);
			case LATER -> this.intents.later(claimed, answer);
			// in other hands by now it stays as it is there
			case PROVIDER_DOWN, WITHHELD -> this.intents.notTried(claimed, answer);
			case UNCERTAIN -> this.intents.uncertain(claimed);
		}
	}

	/**
	 * While the store is away nobody but this thread knows what became of the message,
	 * and what is not written down before the lease ends is a doubt, and a second copy.
	 */
	private void untilWritten(Intent claimed, Runnable write) {
		Duration left = Duration.between(this.clock.instant(), claimed.due());
		if (!left.isPositive()) {
			write.run();
			return;
		}
		new RetryTemplate(RetryPolicy.builder()
			.predicate(Unavailable::isCauseOf)
			.maxRetries(Long.MAX_VALUE)
			.delay(PAUSE)
			.timeout(left)
			.build()).invoke(write);
	}

}
