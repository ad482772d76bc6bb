package recruitment.notification.intent;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import recruitment.notification.mail.Answer;
import recruitment.notification.mail.Mailer;
import recruitment.notification.mail.Provider;

/**
 * Sends what is due, one step at a time; when and how many at once is the
 * {@link Dispatcher}'s affair.
 */
@Component
class Sender {

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
	 * What to look at now. While the provider is down that is one message, to try it
	 * with, and what needs no provider.
	 */
	List<Due> due(int limit) {
		if (!this.provider.isDown()) {
			return this.intents.due(limit);
		}
		List<Due> due = new ArrayList<>(this.intents.lapsed(limit));
		due.addAll(this.intents.due(1));
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
		switch (answer.verdict()) {
			case ACCEPTED -> this.intents.sent(claimed, answer);
			case REJECTED -> this.intents.rejected(claimed, answer);
			case LATER -> this.intents.later(claimed, answer);
			case PROVIDER_DOWN -> this.intents.notTried(claimed, answer);
			case UNCERTAIN -> this.intents.uncertain(claimed);
			case WITHHELD -> {
				// in other hands by now, or left to its lease because the store did not
				// answer
			}
		}
	}

}
