package recruitment.notification.template;

import java.util.Locale;

/** What a message is for. */
public enum Template {

	CONFIRMATION, CHANGE, CANCELLATION;

	/** Its name in events, ids, metrics and file names. */
	public String wireName() {
		return name().toLowerCase(Locale.ROOT);
	}

}
