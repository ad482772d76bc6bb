package recruitment.notification.intent;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import recruitment.notification.intent.NotificationEvent.Failed;
import recruitment.notification.intent.NotificationEvent.Notification;
import recruitment.notification.intent.NotificationEvent.Sent;
import recruitment.notification.template.Template;
import recruitment.platform.event.EventJson;
import recruitment.platformtest.ContractVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class NotificationEventTests {

	private static final UUID BOOKING = UUID.fromString("0d9c1f5e-4c7b-5b7e-8f2d-3a1b2c3d4e5f");

	private static final Notification NOTIFICATION = new Notification(BOOKING + ":1:confirmation", BOOKING, "K7MQ-4XWD",
			"confirmation", "<abc@recruitment.example.org>", Instant.parse("2026-11-22T10:15:31.456Z"), 1, true);

	@Test
	void whatWeSayIsWhatTheContractSays() {
		ContractVerifier.verifyPermitted("notification-service", NotificationEvent.class, (type) -> EventJson
			.write((type == Sent.class) ? new Sent(NOTIFICATION) : new Failed(NOTIFICATION, "rejected")));
	}

	@Test
	void whatWeHearIsWhatTheContractNames() {
		ContractVerifier.verifyHeard("notification-service", BookingNews.class);
	}

	@ParameterizedTest
	@EnumSource(Template.class)
	void theContractNamesEveryTemplate(Template template) {
		ContractVerifier.verify("notification-service", "recruitment.notification.sent.v1",
				EventJson.write(new Sent(new Notification("id", BOOKING, "K7MQ-4XWD", template.wireName(), "<abc@x>",
						NOTIFICATION.at(), 1, false))));
	}

	@Test
	void aMessageIsToldUnderTheBookingThatItIsAbout() {
		assertThat(new Sent(NOTIFICATION).key()).isEqualTo(BOOKING.toString());
	}

}
