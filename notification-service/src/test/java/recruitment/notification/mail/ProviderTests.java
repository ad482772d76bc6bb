package recruitment.notification.mail;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import recruitment.notification.mail.Answer.Verdict;
import recruitment.platformtest.SetClock;

import static org.assertj.core.api.Assertions.assertThat;

class ProviderTests {

	private static final int RATE = 3;

	private final SetClock clock = new SetClock(Instant.parse("2026-11-22T10:15:30Z"));

	private final Provider provider = new Provider(new MailSettings("recruitment.example.org",
			"recruitment@example.org", null, RATE, 8, Duration.ofMinutes(2), Duration.ofSeconds(30), 20), this.clock);

	@Test
	void noMoreAreAdmittedInASecondThanItBears() {
		for (int i = 0; i < RATE; i++) {
			assertThat(this.provider.admits()).isTrue();
		}
		assertThat(this.provider.admits()).isFalse();
		this.clock.forward(Duration.ofMillis(400));
		assertThat(this.provider.admits()).isTrue();
		assertThat(this.provider.admits()).isFalse();
	}

	@Test
	void whileItIsDownOneIsAdmittedNowAndThen() {
		this.provider.answered(new Answer(Verdict.PROVIDER_DOWN, 421));
		assertThat(this.provider.isDown()).isTrue();
		assertThat(this.provider.admits()).isFalse();
		this.clock.forward(Provider.PROBE);
		assertThat(this.provider.admits()).isTrue();
		assertThat(this.provider.admits()).isFalse();
	}

	@Test
	void anyReplyToAMessageShowsThatItIsBack() {
		this.provider.answered(new Answer(Verdict.PROVIDER_DOWN, 0));
		this.provider.answered(new Answer(Verdict.WITHHELD, 0));
		assertThat(this.provider.isDown()).isTrue();
		this.provider.answered(new Answer(Verdict.REJECTED, 550));
		assertThat(this.provider.isDown()).isFalse();
	}

}
