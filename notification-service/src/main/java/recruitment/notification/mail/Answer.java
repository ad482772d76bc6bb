package recruitment.notification.mail;

/**
 * What became of an attempt. Never holds the words of the provider, since those repeat
 * addresses.
 *
 * @param code reply code of SMTP; 0 when there was none
 */
public record Answer(Verdict verdict, int code) {

	/** What the sender has to make of it. */
	public enum Verdict {

		/** The provider has taken the message over. */
		ACCEPTED,
		/** It never will take this message. */
		REJECTED,
		/** It certainly has not taken it this time. */
		LATER,
		/** It takes no message from anybody now; this one was not tried. */
		PROVIDER_DOWN,
		/** The message was complete and no reply came: it may have taken it. */
		UNCERTAIN,
		/** We kept it back before it was complete, because it was no longer ours. */
		WITHHELD

	}

}
