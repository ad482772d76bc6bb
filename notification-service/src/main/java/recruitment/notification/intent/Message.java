package recruitment.notification.intent;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import recruitment.notification.calendar.Evening;
import recruitment.notification.template.Template;
import recruitment.platform.privacy.Pii;

/**
 * What is to be told to whom.
 *
 * @param news type of the event that it follows from
 * @param decided when that was decided
 * @param cancelledBy {@code person}, {@code staff} or {@code evening}; in a cancellation
 * alone
 */
record Message(Template template, String news, Instant decided, Pii to, Pii name, String reference, Evening evening,
		@Nullable String cancelledBy) {
}
