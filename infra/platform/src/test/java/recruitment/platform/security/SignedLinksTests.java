package recruitment.platform.security;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SignedLinksTests {

	private static final String SECRET = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

	private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

	private static final Instant LATER = NOW.plusSeconds(60);

	private static final String BOOKING = "0d9c1f5e-4c7b-5b7e-8f2d-3a1b2c3d4e5f";

	private final SignedLinks links = links(SECRET, NOW);

	private final String token = this.links.sign("cancel-booking", BOOKING, LATER);

	@Test
	void aGenuineTokenTellsItsSubject() {
		assertThat(this.links.verify("cancel-booking", this.token)).contains(BOOKING);
	}

	@Test
	void aTokenIsSafeInAPath() {
		assertThat(this.token).matches("[A-Za-z0-9_.-]{80,120}");
	}

	@Test
	void anotherServiceWithTheSameSecretHonoursIt() {
		assertThat(links(SECRET, NOW).verify("cancel-booking", this.token)).contains(BOOKING);
	}

	@Test
	void aTokenForAnotherPurposeIsRefused() {
		assertThat(this.links.verify("check-in", this.token)).isEmpty();
	}

	@Test
	void aTokenOfAnotherSecretIsRefused() {
		assertThat(links(SECRET.replace('0', '1'), NOW).verify("cancel-booking", this.token)).isEmpty();
	}

	@Test
	void aTokenEndsAtItsTime() {
		assertThat(links(SECRET, LATER.minusMillis(1)).verify("cancel-booking", this.token)).isPresent();
		assertThat(links(SECRET, LATER).verify("cancel-booking", this.token)).isEmpty();
	}

	@Test
	void aTokenWithAnyCharacterChangedIsRefused() {
		assertThat(IntStream.range(0, this.token.length()).mapToObj((at) -> {
			char other = (this.token.charAt(at) == 'A') ? 'B' : 'A';
			return this.token.substring(0, at) + other + this.token.substring(at + 1);
		})).allSatisfy((tampered) -> assertThat(this.links.verify("cancel-booking", tampered)).isEmpty());
	}

	@Test
	void aTokenCutAnywhereIsRefused() {
		assertThat(IntStream.range(0, this.token.length()).mapToObj((end) -> this.token.substring(0, end)))
			.allSatisfy((cut) -> assertThat(this.links.verify("cancel-booking", cut)).isEmpty());
	}

	@Test
	void charactersThatNoTokenHasAreRefused() {
		assertThat(this.links.verify("cancel-booking", this.token + "=")).isEmpty();
		assertThat(this.links.verify("cancel-booking", "f_________8.é")).isEmpty();
		assertThat(this.links.verify("cancel-booking", "../../etc")).isEmpty();
	}

	@Test
	void aShortOrUnreadableSecretIsRefusedWithoutRepeatingIt() {
		assertThatIllegalArgumentException().isThrownBy(() -> Secret.decode("some.secret", "abcd"))
			.withMessage("some.secret must be at least 32 random bytes in hex or base64, but has 2");
		assertThatIllegalArgumentException().isThrownBy(() -> Secret.decode("some.secret", "not a secret"))
			.withMessage("some.secret is neither hex nor base64");
		assertThatIllegalArgumentException().isThrownBy(() -> Secret.decode("some.secret", null))
			.withMessage("some.secret must be at least 32 random bytes in hex or base64, but has 0");
	}

	@Test
	void aServiceGetsThemWithTheSecretAlone() {
		ApplicationContextRunner service = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(SignedLinksAutoConfiguration.class))
			.withBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC));
		service.run((context) -> assertThat(context).doesNotHaveBean(SignedLinks.class));
		service.withPropertyValues("recruitment.link-secret=" + SECRET)
			.run((context) -> assertThat(context.getBean(SignedLinks.class).verify("cancel-booking", this.token))
				.contains(BOOKING));
		service.withPropertyValues("recruitment.link-secret=short").run((context) -> assertThat(context).hasFailed());
	}

	private static SignedLinks links(String secret, Instant now) {
		Clock clock = Clock.fixed(now, ZoneOffset.UTC);
		return new SignedLinks(Secret.decode("some.secret", secret), clock);
	}

}
