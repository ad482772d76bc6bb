package recruitment.notification.intent;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import recruitment.notification.calendar.CalendarEntry;
import recruitment.notification.calendar.Evening;
import recruitment.notification.mail.Mail;
import recruitment.notification.mail.MailSettings;
import recruitment.notification.template.Letter;
import recruitment.notification.template.Letters;
import recruitment.notification.template.Template;
import recruitment.platform.security.SignedLinks;

/** Makes the mail of an intent. */
@Component
class Composer {

	private final Letters letters;

	private final SignedLinks links;

	private final MailSettings settings;

	private final String publicUrl;

	Composer(Letters letters, SignedLinks links, MailSettings settings,
			@Value("${recruitment.public-url}") String publicUrl) {
		this.letters = letters;
		this.links = links;
		this.settings = settings;
		this.publicUrl = publicUrl;
	}

	/**
	 * @param invited whether an earlier message has, or may have, put the evening into
	 * the person's calendar
	 */
	Mail compose(Intent intent, boolean invited) {
		Message message = intent.message();
		Evening evening = message.evening();
		String token = this.links.sign("cancel-booking", intent.booking().toString(), evening.start());
		Letters.Written written = this.letters.write(new Letter(message.template(), !invited, message.name(),
				message.reference(), evening, this.publicUrl + "/bookings/cancel/" + token, message.cancelledBy()));
		return new Mail(intent.messageId(), message.to(), written.subject(), written.text(), written.html(),
				calendarEntry(intent, invited), intent.at());
	}

	private @Nullable CalendarEntry calendarEntry(Intent intent, boolean invited) {
		Message message = intent.message();
		if (message.template() != Template.CANCELLATION) {
			return CalendarEntry.request(intent.booking(), message.reference(), message.evening(), this.settings.from(),
					message.to().value(), message.decided());
		}
		return invited ? CalendarEntry.cancel(intent.booking(), message.evening(), this.settings.from(),
				message.to().value(), message.decided()) : null;
	}

}
