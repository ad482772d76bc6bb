package recruitment.platform.web;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recruitment.platform.privacy.Pii;

import static org.assertj.core.api.Assertions.assertThat;

class ConstraintTests {

	private static final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();

	@ParameterizedTest
	@ValueSource(strings = { "Sam", "Ｓａｍ", "Zoë O’Neill-Müller", "李小龙", "محمد", "👩‍🚒", " Sam Sample " })
	void aNameOfAnyScriptIsPlainText(String name) {
		assertThat(validator.validate(new Person(new Pii(name), null))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Sam\nBcc: x", "Sam\rx", "Sam\u0000x", "Sam\u001Bx", "Sam\u2028x", "Sam\u202Emas",
			"S\uD83Dx", "Sam\tSample", "Sam\u0085x" })
	void charactersThatBreakOtherTextAreRefused(String name) {
		assertThat(validator.validate(new Person(new Pii(name), null))).singleElement()
			.satisfies((violation) -> assertThat(violation.getMessage()).startsWith("Take out"));
	}

	@Test
	void lengthIsCountedInCodePoints() {
		assertThat(validator.validate(new Person(new Pii("👩".repeat(200)), null))).isEmpty();
		assertThat(validator.validate(new Person(new Pii("x".repeat(201)), null))).singleElement()
			.satisfies((violation) -> assertThat(violation.getMessage()).isEqualTo("Use 200 characters or fewer"));
	}

	@Test
	void nothingIsRefusedUnlessItIsOptional() {
		for (String nothing : new @Nullable String[] { null, "", " ", "\u3000" }) {
			assertThat(validator.validate(new Person((nothing != null) ? new Pii(nothing) : null, nothing)))
				.singleElement()
				.satisfies((violation) -> assertThat(violation.getMessage()).isEqualTo("Enter your full name"));
		}
	}

	@Test
	void aLongerTextMayHaveLines() {
		assertThat(validator.validate(new Person(new Pii("Sam"), "a chair\r\n\tnear the door"))).isEmpty();
		assertThat(validator.validate(new Person(new Pii("Sam"), "a chair\u0000"))).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "sam@example.org", "s@e.co", "sam.o'neill+pcso@mail.example.co.uk",
			"sam@xn--bcher-kva.example", "1@2.3d", " sam@example.org " })
	void anAddressThatMailCanReachIsTaken(String address) {
		assertThat(validator.validate(new Text(address))).isEmpty();
		assertThat(validator.validate(new Personal(new Pii(address)))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "sam", "a@b", "a@b.", "a@.b.c", "@example.org", "sam@", "sam@@example.org",
			"sam @example.org", ".sam@example.org", "sam.@example.org", "s..m@example.org", "sam@-a.org",
			"sam@127.0.0.1", "sam@[127.0.0.1]", "sam@example.org\r\nBcc: x@example.org",
			"sam@example.org,x@example.org", "\"sam\"@example.org", "Sam <sam@example.org>", "säm@example.org",
			"sam@exämple.org" })
	void whatMailCannotReachIsNot(String address) {
		assertThat(validator.validate(new Text(address))).hasSize(1);
		assertThat(validator.validate(new Personal(new Pii(address)))).hasSize(1);
	}

	@Test
	void anAddressHasItsLargestSizes() {
		String domain = ("x".repeat(61) + ".").repeat(3);
		assertThat(validator.validate(new Text("x".repeat(64) + "@example.org"))).isEmpty();
		assertThat(validator.validate(new Text("x".repeat(65) + "@example.org"))).hasSize(1);
		assertThat(validator.validate(new Text("x".repeat(64) + "@" + domain + "orgs"))).hasSize(1);
		assertThat(validator.validate(new Text(null))).hasSize(1);
	}

	record Person(@PlainText(message = "Enter your full name") @Nullable Pii name,
			@PlainText(optional = true, lines = true, max = 2000) @Nullable String adjustments) {
	}

	record Text(@EmailAddress @Nullable String address) {
	}

	record Personal(@EmailAddress @Nullable Pii address) {
	}

}
