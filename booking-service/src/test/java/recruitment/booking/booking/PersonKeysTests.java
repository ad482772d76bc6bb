package recruitment.booking.booking;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recruitment.platform.privacy.Pii;

import static org.assertj.core.api.Assertions.assertThat;

class PersonKeysTests {

	private final PersonKeys keys = new PersonKeys(new byte[32]);

	@ParameterizedTest
	@CsvSource({ "SAM@Example.org, sam sample", "' sam@example.org ', 'Sam \u00A0  Sample'",
			"\uFF53am@example.org, \uFF33am Sample" })
	void spacingCaseAndFormDoNotMatter(String email, String name) {
		assertThat(key(email, name)).isEqualTo(key("sam@example.org", "Sam Sample"));
	}

	@ParameterizedTest
	@CsvSource({ "sam@example.org, Kim Sample", "s.am@example.org, Sam Sample", "sam+evening@example.org, Sam Sample",
			"sam@example.org, SamSample" })
	void othersAreOthers(String email, String name) {
		assertThat(key(email, name)).isNotEqualTo(key("sam@example.org", "Sam Sample"));
	}

	@Test
	void sharpSFoldsAsPeopleWriteIt() {
		assertThat(key("a@example.org", "Jan Strauß")).isEqualTo(key("a@example.org", "JAN STRAUSS"));
	}

	@Test
	void whoHasAnotherSecretGetsAnotherKey() {
		byte[] other = new byte[32];
		other[0] = 1;
		assertThat(new PersonKeys(other).of(new Pii("sam@example.org"), new Pii("Sam Sample")))
			.isNotEqualTo(key("sam@example.org", "Sam Sample"));
		assertThat(key("sam@example.org", "Sam Sample")).matches("[0-9a-f]{64}");
	}

	@Test
	void requestsDifferByAnyAnswer() {
		String one = this.keys.fingerprint(SomeBooking.request("Sam Sample", "sam@example.org", null));
		assertThat(this.keys.fingerprint(SomeBooking.request("Sam Sample", "sam@example.org", "A loop")))
			.isNotEqualTo(one);
		assertThat(this.keys.fingerprint(SomeBooking.request("Sam Sampl", "esam@example.org", null))).isNotEqualTo(one);
		assertThat(this.keys.fingerprint(SomeBooking.request(" Sam Sample ", "sam@example.org", " ").stripped()))
			.isEqualTo(one);
	}

	private String key(String email, String name) {
		return this.keys.of(new Pii(email), new Pii(name));
	}

}
