package recruitment.candidate.candidate;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import recruitment.platform.privacy.Pii;

/**
 * Who a candidate is, as told with their newest booking event.
 *
 * @param key the same for the same name and e-mail address; made by booking-service, and
 * nobody else can
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Person(String key, Pii name, Pii email, @Nullable Pii phone, List<Consent> consents) {

	/**
	 * What somebody agreed to or declined, with the proof of it.
	 *
	 * @param textVersion version of the text they were shown
	 * @param channel where they were asked
	 */
	record Consent(String purpose, boolean given, String textVersion, Instant at, String channel) {
	}

}
