package recruitment.booking.booking;

import java.time.Instant;

/**
 * What a person was asked and answered, with the proof of it.
 *
 * @param given whether the answer was yes
 * @param textVersion which wording of the question was shown
 */
record Consent(String purpose, boolean given, String textVersion, Instant at, Channel channel) {

	static final String RECRUITMENT_UPDATES = "recruitment-updates";

	/** To be changed with the wording on the form. */
	private static final String TEXT_VERSION = "2026-11";

	static Consent recruitmentUpdates(boolean given, Instant at, Channel channel) {
		return new Consent(RECRUITMENT_UPDATES, given, TEXT_VERSION, at, channel);
	}

}
