package recruitment.booking.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import recruitment.platform.error.Problem;
import recruitment.platform.privacy.Pii;
import recruitment.platformtest.SetClock;

import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class LimitsTests {

	private static final int REMEMBERED = 100;

	private final SetClock clock = new SetClock(Instant.parse("2026-11-22T10:00:00Z"));

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final Limits limits = new Limits(
			new LimitSettings(Duration.ofMinutes(10), 4, 8, 2, REMEMBERED, Duration.ZERO), this.meters, this.clock);

	private int people;

	@Test
	void oneAddressBooksSoOftenAndIsToldWhenToComeAgain() {
		for (int i = 0; i < 4; i++) {
			somebodyFrom("192.0.2.1");
		}
		Problem refusal = refused(() -> somebodyFrom("192.0.2.1"));
		assertThat(refusal.status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
		assertThat(refusal.name()).isEqualTo("too-many-bookings");
		assertThat(refusal.sentence())
			.isEqualTo("Many bookings have come from your connection. Please try again in 3 minutes.");
		assertThat(count("address")).isOne();
		somebodyFrom("192.0.2.2");

		Duration wait = Objects.requireNonNull(refusal.retryAfter());
		this.clock.forward(wait.minusSeconds(2));
		refused(() -> somebodyFrom("192.0.2.1"));
		this.clock.forward(Duration.ofSeconds(2));
		somebodyFrom("192.0.2.1");
		refused(() -> somebodyFrom("192.0.2.1"));
	}

	@Test
	void oneMailboxIsBookedForSoOftenHoweverItIsSpelled() {
		admit("192.0.2.1", "sam.doe@example.org");
		admit("192.0.2.2", "SamDoe+1@example.org");
		Problem refusal = refused(() -> admit("192.0.2.3", "samdoe+2@example.org"));
		assertThat(refusal.sentence()).startsWith("Many bookings have come with this e-mail address.");
		assertThat(refusal.sentence()).doesNotContain("doe");
		assertThat(count("email")).isOne();
		admit("192.0.2.3", "kim.doe@example.org");
	}

	@Test
	void aSignedInClientIsCountedByItsNameAndNotByItsAddress() {
		for (int i = 0; i < 8; i++) {
			signedIn("website");
		}
		refused(() -> signedIn("website"));
		assertThat(count("client")).isOne();
		signedIn("another-website");
		somebodyFrom("192.0.2.1");
	}

	@Test
	void whoComesOftenIsRememberedWhileAThousandOthersCome() {
		for (int i = 0; i < 4; i++) {
			somebodyFrom("192.0.2.1");
		}
		for (int i = 0; i < 1000; i++) {
			somebodyFrom("198.51.%d.%d".formatted(i / 250, i % 250));
			refused(() -> somebodyFrom("192.0.2.1"));
		}
	}

	@Test
	void aClockThatIsSetBackLocksNobodyOutForLongerThanThat() {
		somebodyFrom("192.0.2.1");
		this.clock.forward(Duration.ofMinutes(-5));
		for (int i = 0; i < 3; i++) {
			somebodyFrom("192.0.2.1");
		}
		this.clock.forward(Duration.ofMinutes(8));
		assertThatCode(() -> somebodyFrom("192.0.2.1")).doesNotThrowAnyException();
	}

	private void somebodyFrom(String address) {
		admit(address, "person%d@example.org".formatted(this.people++));
	}

	private void admit(String address, String email) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setRemoteAddr(address);
		this.limits.admit(request, new Pii(email));
	}

	private void signedIn(String client) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setRemoteAddr("192.0.2.1");
		request.setUserPrincipal(() -> client);
		this.limits.admit(request, new Pii("person%d@example.org".formatted(this.people++)));
	}

	private static Problem refused(Runnable attempt) {
		return Objects.requireNonNull(catchThrowableOfType(Problem.class, attempt::run));
	}

	private double count(String limit) {
		return this.meters.counter("recruit.rate.limited", "limit", limit).count();
	}

}
