package recruitment.booking.booking;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import recruitment.platform.error.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IdempotencyKeyTests {

	@ParameterizedTest
	@NullSource
	@ValueSource(
			strings = { "", "fifteen-charact", "with white space in it", "with-ä-umlaut-in-it", "tab\tinside-the-key" })
	void whatIsNoKeyIsRefused(String key) {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> IdempotencyKey.require(key))
			.satisfies((refusal) -> assertThat(refusal.errors()).extracting(Problem.FieldError::field)
				.containsExactly("Idempotency-Key"));
	}

	@Test
	void sixteenTo128VisibleCharactersWillDo() {
		assertThat(IdempotencyKey.require("~".repeat(16))).hasSize(16);
		assertThat(IdempotencyKey.require("!".repeat(128))).hasSize(128);
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> IdempotencyKey.require("a".repeat(129)));
	}

}
