package recruitment.booking.limit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import recruitment.platform.error.Problem;
import recruitment.platform.security.SignedLinks;
import recruitment.platformtest.SetClock;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HumanCheckTests {

	private static final Duration FILL_TIME = Duration.ofSeconds(2);

	private static final String KEY = "0d9c1f5e-4c7b-5b7e-8f2d-3a1b2c3d4e5f";

	private final SetClock clock = new SetClock(Instant.parse("2026-11-22T10:00:00Z"));

	private final SignedLinks signatures = new SignedLinks(
			"thirty-two bytes that are secret".getBytes(StandardCharsets.UTF_8), this.clock);

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final HumanCheck check = check(FILL_TIME);

	@Test
	void whoTakesTheTimeToTypeIsLetIn() {
		String opened = this.check.opened(KEY);
		this.clock.forward(FILL_TIME);
		this.check.require(KEY, opened, "");
	}

	@Test
	void whoIsFasterThanAnybodyTypesSendsAgainAndIsLetIn() {
		String opened = this.check.opened(KEY);
		this.clock.forward(FILL_TIME.minusMillis(1));
		sendAgain(KEY, opened, null);
		String openedAgain = this.check.openedAgain(KEY, opened);
		this.clock.forward(Duration.ofMillis(1));
		this.check.require(KEY, openedAgain, null);
		assertThat(this.meters.counter("recruit.rate.limited", "limit", "fill-time").count()).isOne();
	}

	@Test
	void whatPeopleDoNotSeeTheyLeaveEmpty() {
		String opened = this.check.opened(KEY);
		this.clock.forward(FILL_TIME);
		sendAgain(KEY, opened, "https://example.org");
		this.check.require(KEY, opened, "");
		assertThat(this.meters.counter("recruit.rate.limited", "limit", "unseen").count()).isOne();
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "1795342800000", "x.y" })
	void aFormThatWasNeverFetchedIsSentAgain(@Nullable String opened) {
		sendAgain(KEY, opened, "");
		String openedAgain = this.check.openedAgain(KEY, opened);
		this.clock.forward(FILL_TIME);
		this.check.require(KEY, openedAgain, "");
	}

	@Test
	void oneFetchedFormIsGoodForOneBookingAlone() {
		String opened = this.check.opened(KEY);
		this.clock.forward(FILL_TIME);
		sendAgain("another-key-of-a-form", opened, "");
	}

	@Test
	void aSignatureForAnotherPurposeIsNone() {
		String link = this.signatures.sign("cancel-booking", this.clock.instant().toEpochMilli() + " " + KEY,
				this.clock.instant().plusSeconds(60));
		this.clock.forward(FILL_TIME);
		sendAgain(KEY, link, "");
	}

	@Test
	void aFormThatLayOpenSinceYesterdayIsSentAgain() {
		String opened = this.check.opened(KEY);
		this.clock.forward(Duration.ofDays(1));
		sendAgain(KEY, opened, "");
		assertThat(this.check.openedAgain(KEY, opened)).isNotEqualTo(opened);
	}

	@Test
	void withoutAFillTimeNobodyAsksWhereTheFormCameFrom() {
		check(Duration.ZERO).require(KEY, null, null);
	}

	private HumanCheck check(Duration fillTime) {
		return new HumanCheck(this.signatures, new LimitSettings(Duration.ofMinutes(10), 1, 1, 1, 1, fillTime),
				this.meters, this.clock);
	}

	private void sendAgain(String key, @Nullable String opened, @Nullable String unseen) {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.check.require(key, opened, unseen))
			.satisfies((refusal) -> {
				assertThat(refusal.status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
				assertThat(refusal.sentence()).isEqualTo("Please check your answers and send the form again.");
			});
	}

}
