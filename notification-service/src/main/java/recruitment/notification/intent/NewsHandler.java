package recruitment.notification.intent;

import java.time.Clock;

import org.springframework.stereotype.Component;

import recruitment.notification.mail.MailSettings;
import recruitment.platform.inbox.Incoming;
import recruitment.platform.inbox.Outcome;

/** Turns news about bookings into intents. No mail is sent here. */
@Component
class NewsHandler {

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
		Intent intent = Intent.of(news, this.settings.domain(), this.clock.instant());
		if (!this.intents.add(intent)) {
			return Outcome.DUPLICATE;
		}
		if (intent.isOpen()) {
			this.dispatcher.hint(new Due(intent.id(), intent.booking()));
		}
		return Outcome.OK;
	}

}
