package recruitment.booking.booking;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recruitment.booking.Answer;
import recruitment.booking.ServiceIT;

import static org.assertj.core.api.Assertions.assertThat;

/** Every refusal is a problem that says what is wrong, and leaves nothing behind. */
class BookingRefusalsIT extends ServiceIT {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			name  | {"email":"sam@example.org"}
			name  | {"name":"  ","email":"sam@example.org"}
			name  | {"name":"Sam\\nBcc: all@example.org","email":"sam@example.org"}
			name  | {"name":"Sam\\u0000","email":"sam@example.org"}
			name  | {"name":"Sam\\u202Egro","email":"sam@example.org"}
			email | {"name":"Sam"}
			email | {"name":"Sam","email":"a@b"}
			email | {"name":"Sam","email":"sam@example.org\\r\\nBcc: all@example.org"}
			email | {"name":"Sam","email":"not an address"}
			phone | {"name":"Sam","email":"sam@example.org","phone":"01632\\n960001"}
			heardFrom | {"name":"Sam","email":"sam@example.org","heardFrom":"A\\u0007friend"}
			recruitmentUpdates | {"name":"Sam","email":"sam@example.org","recruitmentUpdates":"perhaps"}
			status | {"name":"Sam","email":"sam@example.org","status":"CANCELLED"}
			""")
	void whatCannotBeAcceptedIsNamed(String field, String body) {
		UUID evening = evening(1);
		Answer refusal = book(evening, key(), body);
		assertThat(refusal.status()).isEqualTo(400);
		assertThat(refusal.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(refusal.at("/errors/0/field")).isEqualTo(field);
		assertThat(refusal.body()).doesNotContain("Bcc");
		assertThat(ledger(evening).free()).isOne();
	}

	@Test
	void aNameHasTwoHundredCharactersAtMost() {
		UUID evening = evening(2);
		assertThat(book(evening, key(), person("𝒮".repeat(200))).status()).isEqualTo(201);
		assertThat(book(evening, key(), person("S".repeat(300))).at("/errors/0/field")).isEqualTo("name");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "\"Sam\"", "{\"name\":\"Sam\"", "name=Sam", "null" })
	void whatIsNoRequestIsRefused(String body) {
		assertThat(book(evening(1), key(), body).status()).isEqualTo(400);
	}

	@Test
	void aLargeBodyIsRefused() {
		Answer refusal = book(evening(1), key(), person("S".repeat(1024 * 1024)));
		assertThat(refusal.status()).isEqualTo(413);
		assertThat(refusal.problem()).isEqualTo("too-large");
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "application/xml" })
	void anotherMediaTypeIsRefused(String type) {
		Answer refusal = post("/api/evenings/" + evening(1) + "/bookings", person("Sam"), "Content-Type", type,
				"Idempotency-Key", key());
		assertThat(refusal.status()).isEqualTo(415);
	}

	@Test
	void aBookingNeedsAKey() {
		UUID evening = evening(1);
		Answer missing = post("/api/evenings/" + evening + "/bookings", person("Sam"));
		assertThat(missing.status()).isEqualTo(400);
		assertThat(missing.at("/errors/0/field")).isEqualTo("Idempotency-Key");
		assertThat(book(evening, "too-short", person("Sam")).problem()).isEqualTo("idempotency-key");
		assertThat(ledger(evening).free()).isOne();
	}

	@Test
	void anAddressThatHidesDotsIsRefused() {
		assertThat(get("/api/evenings/%2e%2e").status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "6b1f6f0e-6f3c-4d1e-9a53-0c0f1e7a2d11", "1", "not-an-id" })
	void whatDoesNotExistIsNotFound(String id) {
		assertThat(post("/api/evenings/" + id + "/bookings", person("Sam"), "Idempotency-Key", key()).status())
			.isEqualTo(404);
		assertThat(get("/api/evenings/" + id).status()).isEqualTo(404);
		assertThat(get("/api/evenings/" + id + "?status=all").status()).isEqualTo(404);
		assertThat(get("/api/evenings/" + id + "/bookings").status()).isEqualTo(404);
		assertThat(get("/api/bookings/" + id).status()).isEqualTo(404);
		assertThat(post("/api/bookings/" + id + "/cancel", "").status()).isEqualTo(404);
	}

	@Test
	void nobodyBooksADraft() {
		String id = post("/api/evenings", plan("draft-" + key(), 1)).at("/id");
		assertThat(book(UUID.fromString(id), key(), person("Sam")).status()).isEqualTo(404);
	}

	@Test
	void nobodyBooksACancelledEvening() {
		UUID evening = evening(1);
		post("/api/evenings/" + evening + "/cancel", "");
		assertThat(book(evening, key(), person("Sam")).problem()).isEqualTo("evening-closed");
	}

	@Test
	void nobodyBooksAPastEveningAndARepeatedRequestIsStillAnswered() {
		UUID evening = evening(2);
		String key = key();
		book(evening, key, person("Sam"));
		this.clock.pass(Duration.ofDays(15));
		assertThat(book(evening, key(), person("Kim")).problem()).isEqualTo("evening-closed");
		assertThat(book(evening, key, person("Sam")).status()).isEqualTo(201);
		assertThat(get("/api/evenings/" + evening).at("/availability")).isEqualTo("closed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "page=-1", "size=0", "size=101", "page=x" })
	void aPageThatDoesNotExistIsRefused(String query) {
		assertThat(get("/api/evenings/" + evening(1) + "/bookings?" + query).status()).isEqualTo(400);
	}

}
