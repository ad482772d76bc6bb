package recruitment.notification.mail;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import recruitment.notification.calendar.CalendarEntry;
import recruitment.platform.privacy.Pii;

/**
 * A message, whole: every attempt to send it sends the same.
 *
 * @param messageId with its angle brackets
 * @param to one address
 * @param at when it was written
 */
public record Mail(String messageId, Pii to, String subject, String text, String html,
		@Nullable CalendarEntry calendarEntry, Instant at) {
}
