package recruitment.platformtest;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ContractVerifierTests {

	private static final String CONFIRMED = sample("recruitment.booking.confirmed.v1");

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
		assertFails(Incomplete.class,
				(type) -> sample(type).replace("\"status\"", "\"adjustments\": \"a chair\", \"status\""),
				"/booking/adjustments");
		assertFails(Incomplete.class, (type) -> sample(type).replace("\"purpose\"", "\"note\": 1, \"purpose\""),
				"/person/consents[]/note");
		assertFails(Incomplete.class, (type) -> "{}", "required");
		assertFails(Unknown.class, (type) -> CONFIRMED,
				"recruitment.booking.dreamt.v1 is no message in infra/contracts");
		assertFails(Incomplete.class, ContractVerifierTests::sample,
				"booking-service says [recruitment.booking.confirmed.v1] "
						+ "on booking-events, and infra/contracts/booking-service/asyncapi.yaml names [recruitment.booking.");
		assertFails(WithoutType.class, (type) -> CONFIRMED, "no @EventType");
		assertFails(String.class, (type) -> CONFIRMED, "not sealed");
	}

	@Test
	void aConsumerReadsWhatIsPromisedAndIsNamedForIt() {
		assertHears("candidate-service", ReadsMore.class, "candidate-service reads /person/shoeSize of "
				+ "recruitment.booking.confirmed.v1, which nobody promises");
		assertHears("candidate-service", ReadsOther.class, "candidate-service reads /booking/channel of "
				+ "recruitment.booking.confirmed.v1; say so in infra/contracts/booking-service/asyncapi.yaml");
		assertHears("candidate-service", ReadsLess.class, "candidate-service does not read /booking/reference of "
				+ "recruitment.booking.confirmed.v1, as infra/contracts/booking-service/asyncapi.yaml says");
		assertHears("payroll", ReadsLess.class, "payroll is no consumer of booking-events");
	}

	private static void assertRefused(String json, String why) {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> ContractVerifier.verify("booking-service", "recruitment.booking.confirmed.v1",
					json.getBytes(UTF_8)))
			.withMessageContaining(why);
	}

	private static void assertHears(String consumer, Class<?> news, String why) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> ContractVerifier.verifyHeard(consumer, news))
			.withMessageContaining(why);
	}

	private static void assertFails(Class<?> events, UnaryOperator<String> json, String why) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> verify(events, json))
			.withMessageContaining(why);
	}

	/**
	 * @param json data of an event by its wire name
	 */
	private static void verify(Class<?> events, UnaryOperator<String> json) {
		ContractVerifier.verifyPermitted("booking-service", events,
				(event) -> json.apply(event.getAnnotation(EventType.class).value()).getBytes(UTF_8));
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

	@Retention(RetentionPolicy.RUNTIME)
	@interface PublishedTo {

		String[] value();

	}

	@PublishedTo("booking-events")
	sealed interface Incomplete {

		@EventType("recruitment.booking.confirmed.v1")
		record Confirmed() implements Incomplete {
		}

	}

	@PublishedTo("booking-events")
	sealed interface Unknown {

		@EventType("recruitment.booking.dreamt.v1")
		record Dreamt() implements Unknown {
		}

	}

	sealed interface WithoutType {

		record Confirmed() implements WithoutType {
		}

	}

	@PublishedTo("booking-events")
	sealed interface ReadsMore {

		@EventType("recruitment.booking.confirmed.v1")
		record Confirmed(Person person) implements ReadsMore {
		}

		record Person(int shoeSize) {
		}

	}

	@PublishedTo("booking-events")
	sealed interface ReadsOther {

		@EventType("recruitment.booking.confirmed.v1")
		record Confirmed(Booking booking) implements ReadsOther {
		}

		record Booking(String channel) {
		}

	}

	@PublishedTo("booking-events")
	sealed interface ReadsLess {

		@EventType("recruitment.booking.confirmed.v1")
		record Confirmed(Booking booking) implements ReadsLess {
		}

		record Booking(String id) {
		}

	}

}
