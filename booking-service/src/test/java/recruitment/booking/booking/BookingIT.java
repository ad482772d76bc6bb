package recruitment.booking.booking;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import recruitment.booking.Answer;
import recruitment.booking.ServiceIT;
import recruitment.platform.error.Problem;
import recruitment.platform.security.SignedLinks;
import recruitment.platformtest.BackingServices;
import recruitment.platformtest.ContractVerifier;
import recruitment.platformtest.RecordedTopic;
import recruitment.platformtest.RecordedTopic.Entry;

import org.springframework.beans.factory.annotation.Autowired;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BookingIT extends ServiceIT {

	@Autowired
	private SignedLinks links;

	@Autowired
	private Cancellations cancellations;

	private RecordedTopic topic;

	@BeforeEach
	void read() {
		this.topic = new RecordedTopic(BackingServices.brokers(), "booking-events");
	}

	@AfterEach
	void close() {
		this.topic.close();
	}

	@Test
	void aPlaceIsBookedAndTold() {
		UUID evening = evening(3);
		Answer booked = book(evening, key(), """
				{"name":" Sam Sample ","email":"sam@example.org","phone":"01632 960001","heardFrom":"A friend",
				"adjustments":"A hearing loop","recruitmentUpdates":true}""");
		assertThat(booked.status()).isEqualTo(201);
		assertThat(booked.json().propertyNames()).containsExactly("reference", "status", "evening");
		assertThat(booked.header("Idempotency-Replayed")).isEmpty();
		assertThat(get(booked.header("Location")).body()).isEqualTo(booked.body()).doesNotContain("Sam", "sam@");

		Entry told = this.topic.await(id(booked).toString(), 1).getFirst();
		assertThat(told.headers()).containsEntry("ce_type", "recruitment.booking.confirmed.v1")
			.containsEntry("ce_source", "/booking-service")
			.containsEntry("ce_subject", id(booked).toString())
			.containsEntry("ce_sequence", "0000000000000000001");
		assertThat(told.text()).contains("\"name\":\"Sam Sample\"", booked.at("/reference")).doesNotContain("hearing");
		ContractVerifier.verify("booking-service", told.header("ce_type"), told.text().getBytes(UTF_8));
		assertThat(get("/api/evenings/" + evening + "/bookings").at("/items/0/adjustments"))
			.isEqualTo("A hearing loop");
	}

	@Test
	void theSameRequestAgainGetsTheSameAnswer() {
		UUID evening = evening(1);
		String key = key();
		Answer first = book(evening, key, person("Sam"));
		Answer again = book(evening, key, person("Sam"));
		assertThat(again.status()).isEqualTo(201);
		assertThat(again.body()).isEqualTo(first.body());
		assertThat(again.header("Location")).isEqualTo(first.header("Location"));
		assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(ledger(evening).seats()).hasSize(1);
	}

	@Test
	void theSameRequestAtOnceMakesOneBooking() throws Exception {
		UUID evening = evening(5);
		String key = key();
		List<Answer> answers = atOnce(16, (number) -> book(evening, key, person("Sam")));
		assertThat(answers).allMatch((answer) -> answer.status() == 201)
			.extracting((answer) -> answer.at("/reference"))
			.containsOnly(answers.getFirst().at("/reference"));
		assertThat(ledger(evening).seats()).hasSize(1);
	}

	@Test
	void anotherRequestWithTheKeyIsRefused() {
		UUID evening = evening(3);
		String key = key();
		book(evening, key, person("Sam"));
		Answer other = book(evening, key, person("Kim"));
		assertThat(other.status()).isEqualTo(422);
		assertThat(other.problem()).isEqualTo("key-reused");
		assertThat(ledger(evening).seats()).hasSize(1);
	}

	@Test
	void aRepeatedRequestTellsThatItsBookingIsCancelled() {
		UUID evening = evening(1);
		String key = key();
		Answer first = book(evening, key, person("Sam"));
		post("/api/bookings/" + id(first) + "/cancel", "");
		Answer again = book(evening, key, person("Sam"));
		assertThat(again.status()).isEqualTo(201);
		assertThat(again.at("/status")).isEqualTo("CANCELLED");
		assertThat(ledger(evening).free()).isOne();
	}

	@Test
	void sixtyFourPeopleWantTheLastSeats() throws Exception {
		UUID evening = evening(5);
		List<Answer> answers = atOnce(64, (number) -> book(evening, key(), person("Person " + number)));
		assertThat(answers).filteredOn((answer) -> answer.status() == 201).hasSize(5);
		assertThat(answers).filteredOn((answer) -> answer.status() != 201)
			.extracting(Answer::problem)
			.containsOnly("evening-full");
		assertThat(ledger(evening).free()).isZero();
		assertThat(get("/api/evenings/" + evening).at("/availability")).isEqualTo("full");
		assertThat(get("/api/evenings/" + evening + "/bookings").json().at("/items")).hasSize(5);

		post("/api/bookings/"
				+ id(answers.stream().filter((answer) -> answer.status() == 201).findFirst().orElseThrow()) + "/cancel",
				"");
		assertThat(book(evening, key(), person("Late")).status()).isEqualTo(201);
		assertThat(book(evening, key(), person("Later")).problem()).isEqualTo("evening-full");
	}

	@Test
	void onePersonWithManyKeysAtOnceHoldsOnePlace() throws Exception {
		UUID evening = evening(40);
		List<Answer> answers = atOnce(16, (number) -> book(evening, key(), person("Sam")));
		assertThat(answers).filteredOn((answer) -> answer.status() == 201).hasSize(1);
		assertThat(answers).filteredOn((answer) -> answer.status() != 201)
			.extracting(Answer::problem)
			.isSubsetOf("already-booked", "in-progress");
		assertThat(ledger(evening).seats()).hasSize(1);
	}

	@Test
	void whoHasBookedIsSentTheConfirmationAgainAtMostHourly() {
		UUID evening = evening(3);
		Answer first = book(evening, key(), person("Sam Sample"));
		for (int attempt = 0; attempt < 3; attempt++) {
			Answer again = book(evening, key(), person("SAM  sample"));
			assertThat(again.status()).isEqualTo(409);
			assertThat(again.problem()).isEqualTo("already-booked");
			assertThat(again.body()).doesNotContain(first.at("/reference"));
		}
		assertThat(types(id(first), 2)).containsExactly("recruitment.booking.confirmed.v1",
				"recruitment.booking.confirmation-requested.v1");
		this.clock.pass(Duration.ofHours(1));
		book(evening, key(), person("Sam Sample"));
		assertThat(types(id(first), 3)).hasSize(3);
	}

	@Test
	void aCancelledPlaceCanBeBookedAgain() {
		UUID evening = evening(1);
		UUID booking = booked(evening, "Sam");
		assertThat(post("/api/bookings/" + booking + "/cancel", "").at("/status")).isEqualTo("CANCELLED");
		assertThat(post("/api/bookings/" + booking + "/cancel", "").at("/status")).isEqualTo("CANCELLED");
		assertThat(book(evening, key(), person("Sam")).status()).isEqualTo(201);
		assertThat(types(booking, 2)).containsExactly("recruitment.booking.confirmed.v1",
				"recruitment.booking.cancelled.v1");
	}

	@Test
	void theLinkInTheMailCancelsUntilTheEveningBegins() {
		UUID evening = evening(1);
		UUID booking = booked(evening, "Sam");
		String token = this.links.sign("cancel-booking", booking.toString(), this.clock.instant().plusSeconds(60));
		assertThat(this.cancellations.ofLink(token).status()).isEqualTo(BookingStatus.CONFIRMED);
		assertThat(this.cancellations.byLink(token).status()).isEqualTo(BookingStatus.CANCELLED);
		assertThat(ledger(evening).free()).isOne();
		this.clock.pass(Duration.ofSeconds(60));
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.cancellations.ofLink(token))
			.satisfies((refusal) -> assertThat(refusal.name()).isEqualTo("link-unknown"));
	}

	private List<String> types(UUID booking, int count) {
		return this.topic.await(booking.toString(), count).stream().map((entry) -> entry.header("ce_type")).toList();
	}

	private static UUID id(Answer booked) {
		return UUID.fromString(booked.header("Location").replace("/api/bookings/", ""));
	}

}
