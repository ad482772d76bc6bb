package recruitment.notification.intent;

import java.time.Instant;
import java.util.UUID;

import recruitment.platform.event.EventType;
import recruitment.platform.event.Keyed;
import recruitment.platform.event.PublishedTo;

/** What we say about messages; no personal data. */
@PublishedTo("notification-events")
sealed interface NotificationEvent extends Keyed {

	Notification notification();

	@Override
	default String key() {
		return notification().booking().toString();
	}

	/** The provider took the message over. */
	@EventType("recruitment.notification.sent.v1")
	record Sent(Notification notification, String answer) implements NotificationEvent {

		Sent(Notification notification) {
			this(notification, "accepted");
		}

	}

	/**
	 * The message is given up.
	 *
	 * @param answer {@code rejected} by the provider, {@code expired}, or
	 * {@code uncertain} more than once
	 */
	@EventType("recruitment.notification.failed.v1")
	record Failed(Notification notification, String answer) implements NotificationEvent {
	}

	/**
	 * A message as it stands.
	 *
	 * @param at when this became of it
	 * @param attempts those that reached the provider
	 * @param uncertain whether an earlier attempt may have arrived too
	 */
	record Notification(String id, UUID booking, String reference, String template, String messageId, Instant at,
			int attempts, boolean uncertain) {
	}

}
