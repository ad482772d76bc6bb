package recruitment.notification.intent;

import java.time.Clock;
import java.time.Duration;

import org.springframework.stereotype.Component;

import recruitment.notification.mail.MailSettings;
import recruitment.platform.inbox.Incoming;
import recruitment.platform.inbox.Outcome;

/** Turns news about bookings into intents. No mail is sent here. */
@Component
class NewsHandler {

	private static final Duration DAY = Duration.ofDays(1);

	private final Intents intents;

	private final Dispatcher dispatcher;

	private final MailSettings settings;

	private final Clock clock;

	NewsHandler(Intents intents, Dispatcher dispatcher, MailSettings settings, Clock clock) {
		this.intents = intents;
		this.dispatcher = dispatcher;
		this.settings = settings;
		this.clock = clock;
	}

	Outcome handle(Incoming<BookingNews> news) {
		Intent intent = unlessTooMany(Intent.of(news, this.settings.domain(), this.clock.instant()));
		if (!this.intents.add(intent)) {
			return Outcome.DUPLICATE;
		}
		if (intent.isOpen()) {
			this.dispatcher.hint(new Due(intent.id(), intent.booking()));
		}
		return Outcome.OK;
	}

	/**
	 * Whoever books with the address of somebody else sends them mail, so what one
	 * mailbox gets has an end. Kinds are counted apart: confirmations that strangers
	 * caused do not keep back that an evening is cancelled. Consumers of several
	 * partitions may each let one more through at the same moment.
	 */
	private Intent unlessTooMany(Intent intent) {
		boolean tooMany = intent.isOpen()
				&& this.intents.like(intent, intent.at().minus(DAY)) >= this.settings.perAddress();
		return tooMany ? intent.suppressed() : intent;
	}

}
