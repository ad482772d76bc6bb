package recruitment.booking;

import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** What strangers meet who come too often, or too fast. */
@TestPropertySource(properties = { "recruitment.limits.per-address=5", "recruitment.limits.per-email=3",
		"recruitment.limits.fill-time=60s" })
class LimitsIT extends ServiceIT {

	private static final Pattern OPENED = Pattern.compile("name=\"opened\" value=\"([^\"]+)\"");

	@Autowired
	private MeterRegistry meters;

	@BeforeEach
	void everybodyIsForgiven() {
		this.clock.pass(Duration.ofMinutes(10));
	}

	@Test
	void anApiClientThatBooksTooOftenIsToldWhenToComeAgain() {
		UUID evening = evening(9);
		double before = limited("api");
		for (int i = 0; i < 5; i++) {
			assertThat(book(evening, key(), person(i)).status()).isEqualTo(201);
		}
		Answer refusal = book(evening, key(), person(6));
		assertThat(refusal.status()).isEqualTo(429);
		assertThat(refusal.problem()).isEqualTo("too-many-bookings");
		int wait = Integer.parseInt(refusal.header("Retry-After"));
		assertThat(wait).isBetween(100, 121);
		assertThat(ledger(evening).free()).isEqualTo(4);
		Answer inDisguise = post("/api/evenings/" + evening + "/bookings", person(6), "Idempotency-Key", key(),
				"X-Forwarded-For", "203.0.113.9", "Forwarded", "for=203.0.113.9");
		assertThat(inDisguise.status()).isEqualTo(429);
		Awaitility.await().untilAsserted(() -> assertThat(limited("api")).isEqualTo(before + 2));
		assertThat(this.meters.get("recruit.rate.limited").tag("limit", "address").counter().count()).isPositive();

		this.clock.pass(Duration.ofSeconds(wait));
		assertThat(book(evening, key(), person(6)).status()).isEqualTo(201);
	}

	@Test
	void oneEmailAddressIsBookedForSoOften() {
		UUID evening = evening(9);
		for (int i = 0; i < 3; i++) {
			assertThat(book(evening, key(), person("Name " + i)).status()).isEqualTo(201);
		}
		assertThat(book(evening, key(), person("Name 4")).at("/detail"))
			.startsWith("Many bookings have come with this e-mail address.");
		assertThat(book(evening, key(), person(5)).status()).isEqualTo(201);
	}

	@Test
	void whatIsNoBookingIsNotCounted() {
		UUID evening = evening(9);
		for (int i = 0; i < 9; i++) {
			assertThat(book(evening, key(), "{\"name\":\"Sam\"}").status()).isEqualTo(400);
		}
		assertThat(book(evening, key(), person(1)).status()).isEqualTo(201);
	}

	@Test
	void aFormThatComesTooOftenComesBackWithItsAnswersAndItsKey() {
		UUID evening = evening(9);
		for (int i = 0; i < 3; i++) {
			book(evening, key(), person("Name " + i));
		}
		Form form = open(evening);
		this.clock.pass(Duration.ofSeconds(60));
		Answer refused = send(evening, form, "");
		assertThat(refused.status()).isEqualTo(429);
		int wait = Integer.parseInt(refused.header("Retry-After"));
		assertThat(wait).isBetween(90, 145);
		assertThat(refused.body()).contains("Many bookings have come with this e-mail address. Please try again in ");
		FilledForm.isKeptIn(refused);
		assertThat(Form.in(refused)).isEqualTo(form);

		this.clock.pass(Duration.ofSeconds(wait));
		assertThat(send(evening, Form.in(refused), "").header("Location")).contains("/bookings/");
	}

	@Test
	void aFormThatComesBackAtOnceIsSentTwice() {
		UUID evening = evening(9);
		double before = limited("web");
		Form form = open(evening);
		Answer again = send(evening, form, "");
		assertThat(again.status()).isEqualTo(429);
		assertThat(again.body()).contains("Please check your answers and send the form again.");
		FilledForm.isKeptIn(again);
		assertThat(ledger(evening).free()).isEqualTo(9);
		Awaitility.await().untilAsserted(() -> assertThat(limited("web")).isEqualTo(before + 1));

		this.clock.pass(Duration.ofSeconds(60));
		assertThat(send(evening, Form.in(again), "").header("Location")).contains("/bookings/");
	}

	@Test
	void whoFillsInWhatNobodySeesSendsTheFormTwice() {
		UUID evening = evening(9);
		Form form = open(evening);
		this.clock.pass(Duration.ofSeconds(60));
		Answer again = send(evening, form, "https://example.org");
		assertThat(again.status()).isEqualTo(429);
		assertThat(again.body()).doesNotContain("https://example.org");
		FilledForm.isKeptIn(again);
		assertThat(send(evening, Form.in(again), "").header("Location")).contains("/bookings/");
	}

	@Test
	void aFormThatNobodyFetchedBooksNothing() {
		UUID evening = evening(9);
		Answer again = submit("/evenings/" + slug(evening) + "/bookings", FilledForm.with(key()));
		assertThat(again.status()).isEqualTo(429);
		assertThat(ledger(evening).free()).isEqualTo(9);
	}

	private Form open(UUID evening) {
		return Form.in(get("/evenings/" + slug(evening) + "/book"));
	}

	private Answer send(UUID evening, Form form, String homepage) {
		return submit("/evenings/" + slug(evening) + "/bookings",
				FilledForm.with(form.key()) + "&opened=" + form.opened() + "&homepage=" + homepage);
	}

	private static String person(int number) {
		return "{\"name\":\"Person %1$d\",\"email\":\"person%1$d@example.org\"}".formatted(number);
	}

	private double limited(String channel) {
		return this.meters.counter("recruit.bookings", "outcome", "limited", "channel", channel).count();
	}

	/** What nobody sees in a form. */
	private record Form(String key, String opened) {

		static Form in(Answer page) {
			Matcher opened = OPENED.matcher(page.body());
			assertThat(opened.find()).isTrue();
			return new Form(FilledForm.keyOf(page), opened.group(1));
		}

	}

}
