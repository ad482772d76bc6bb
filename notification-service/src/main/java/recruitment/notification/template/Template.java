package recruitment.notification.template;

import java.util.Locale;

/** What a message is for. */
public enum Template {

	CONFIRMATION, CHANGE, CANCELLATION;

	/** Its name in events, ids, metrics and file names. */
	public String wireName() {
		return name().toLowerCase(Locale.ROOT);
	}

	String subject(Letter letter) {
		String when = letter.evening().when();
		return switch (this) {
			case CONFIRMATION -> "Your place is booked: " + when;
			case CHANGE -> (letter.first() ? "Your place is booked: " : "The evening has changed: ") + when;
			case CANCELLATION -> "Your booking " + letter.reference() + " is cancelled";
		};
	}

}
