package recruitment.notification.intent;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitment.notification.intent.Heard.NOON;

class IntentTests {

	@Test
	void theSameNewsAlwaysMakeTheSameIntentWithTheSameMessageId() {
		Heard heard = Heard.at(NOON);
		Intent intent = intent(heard, NOON);
		Intent again = intent(heard, NOON.plusSeconds(60));
		assertThat(intent.id()).isEqualTo(heard.booking() + ":1:confirmation").isEqualTo(again.id());
		assertThat(intent.messageId()).matches("<[0-9a-f]{64}@recruitment\\.example\\.org>")
			.isEqualTo(again.messageId());
	}

	@Test
	void anotherConfirmationIsAnotherMessage() {
		Heard heard = Heard.at(NOON);
		Intent again = Intent.of(heard.confirmationRequested(2), "recruitment.example.org", NOON);
		assertThat(again.id()).isEqualTo(heard.booking() + ":2:confirmation");
		assertThat(again.messageId()).isNotEqualTo(intent(heard, NOON).messageId());
		assertThat(again.isNewerThan(intent(heard, NOON))).isTrue();
	}

	@Test
	void newsFromAReplayAreHeld() {
		assertThat(intent(Heard.at(NOON), NOON.plus(Duration.ofHours(48))).status()).isEqualTo(IntentStatus.NEW);
		Intent old = intent(Heard.at(NOON), NOON.plus(Duration.ofHours(48)).plusMillis(1));
		assertThat(old.status()).isEqualTo(IntentStatus.HELD);
		assertThat(old.due()).isNull();
	}

	@Test
	void newsOfAnEveningThatIsOverAreHeld() {
		Intent intent = intent(Heard.at(NOON).evening("2026-11-22T09:59:59Z"), NOON);
		assertThat(intent.status()).isEqualTo(IntentStatus.HELD);
	}

	@Test
	void aMessageIsGivenUpAfterTwoDaysOrWhenTheEveningStarts() {
		assertThat(intent(Heard.at(NOON), NOON).expires()).isEqualTo(NOON.plus(Duration.ofHours(48)));
		assertThat(intent(Heard.at(NOON).evening("2026-11-22T19:00:00Z"), NOON).expires())
			.isEqualTo(Instant.parse("2026-11-22T19:00:00Z"));
	}

	private static Intent intent(Heard heard, Instant now) {
		return Intent.of(heard.confirmed(1), "recruitment.example.org", now);
	}

}
