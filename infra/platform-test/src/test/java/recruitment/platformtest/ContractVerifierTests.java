package recruitment.platformtest;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ContractVerifierTests {

	private static final String CONFIRMED = sample("recruitment.booking.confirmed.v1");

	@ParameterizedTest
	@ValueSource(strings = { "booking-service", "candidate-service", "notification-service" })
	void everySchemaIsOneAndEverySampleIsValid(String service) {
		ContractVerifier.verifySchemas(service);
		assertThat(ContractVerifier.samples(service)).isNotEmpty()
			.allSatisfy((sample) -> ContractVerifier.verify(service, sample.type(), sample.json()));
	}

	@Test
	void dataAgainstTheSchemaIsRefused() {
		assertRefused(CONFIRMED.replace("CONFIRMED", "PERHAPS"), "status");
		assertRefused(CONFIRMED.replace("\"reference\"", "\"ref\""), "reference");
		assertRefused(CONFIRMED.replace("2026-11-22T10:15:30.123Z", "22 November"), "date-time");
		assertRefused(CONFIRMED.replace("0d9c1f5e-4c7b-5b7e-8f2d-3a1b2c3d4e5f", "17"), "uuid");
	}

	@Test
	void whatAConsumerDoesNotKnowYetIsValid() {
		ContractVerifier.verify("booking-service", "recruitment.booking.confirmed.v1",
				CONFIRMED.replace("\"status\"", "\"later\": 1, \"status\"").getBytes(UTF_8));
	}

	@Test
	void aProducerSaysWhatItHasDeclaredAndNoMore() {
		assertThatCode(() -> verify(Good.class, (event) -> CONFIRMED)).doesNotThrowAnyException();
		assertFails(Good.class, (event) -> CONFIRMED.replace("\"status\"", "\"adjustments\": \"a chair\", \"status\""),
				"/booking/adjustments");
		assertFails(Good.class, (event) -> CONFIRMED.replace("\"purpose\"", "\"note\": 1, \"purpose\""),
				"/person/consents[]/note");
		assertFails(Good.class, (event) -> "{}", "required");
		assertFails(WithoutSchema.class, (event) -> CONFIRMED, "no schema");
		assertFails(WithoutType.class, (event) -> CONFIRMED, "no @EventType");
		assertFails(String.class, (event) -> CONFIRMED, "not sealed");
	}

	private static void assertRefused(String json, String why) {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> ContractVerifier.verify("booking-service", "recruitment.booking.confirmed.v1",
					json.getBytes(UTF_8)))
			.withMessageContaining(why);
	}

	private static void assertFails(Class<?> events, Function<Class<?>, String> json, String why) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> verify(events, json))
			.withMessageContaining(why);
	}

	private static void verify(Class<?> events, Function<Class<?>, String> json) {
		ContractVerifier.verifyPermitted("booking-service", events, (event) -> json.apply(event).getBytes(UTF_8));
	}

	private static String sample(String type) {
		return ContractVerifier.samples("booking-service")
			.filter((sample) -> sample.type().equals(type))
			.map((sample) -> new String(sample.json(), UTF_8))
			.findFirst()
			.orElseThrow();
	}

	@Retention(RetentionPolicy.RUNTIME)
	@interface EventType {

		String value();

	}

	sealed interface Good {

		@EventType("recruitment.booking.confirmed.v1")
		record Confirmed() implements Good {
		}

	}

	sealed interface WithoutSchema {

		@EventType("recruitment.booking.dreamt.v1")
		record Dreamt() implements WithoutSchema {
		}

	}

	sealed interface WithoutType {

		record Confirmed() implements WithoutType {
		}

	}

}
