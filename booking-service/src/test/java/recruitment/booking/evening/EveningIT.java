package recruitment.booking.evening;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recruitment.booking.Answer;
import recruitment.booking.ServiceIT;
import recruitment.platform.outbox.CompactedTopicAuditor;
import recruitment.platformtest.BackingServices;
import recruitment.platformtest.RecordedTopic;

import org.springframework.beans.factory.annotation.Autowired;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class EveningIT extends ServiceIT {

	@Autowired
	private CompactedTopicAuditor auditor;

	@Test
	void theWorldHearsOfAnEveningOnceItIsPublished() {
		String slug = "evening-" + key();
		Answer draft = post("/api/evenings", plan(slug, 3));
		assertThat(draft.status()).isEqualTo(201);
		String address = draft.header("Location");
		assertThat(get(address).status()).isEqualTo(404);
		assertThat(get("/api/evenings").body()).doesNotContain(slug);

		assertThat(post(address + "/publish", "").at("/status")).isEqualTo("PUBLISHED");
		assertThat(get(address).at("/availability")).isEqualTo("open");
		assertThat(get("/api/evenings").body()).contains(slug);
		assertThat(post(address + "/publish", "").status()).isEqualTo(200);
		try (RecordedTopic topic = new RecordedTopic(BackingServices.brokers(), "evening-events")) {
			assertThat(topic.await(draft.at("/id"), 1)).singleElement()
				.satisfies(
						(entry) -> assertThat(entry.header("ce_type")).isEqualTo("recruitment.evening.published.v1"));
		}
	}

	@Test
	void aStaleRecordOnTheTopicOfEveningsIsSetRight() {
		UUID evening = evening(3);
		post("/api/evenings/" + evening + "/cancel", "");
		try (RecordedTopic topic = new RecordedTopic(BackingServices.brokers(), "evening-events");
				KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
						Map.of("bootstrap.servers", BackingServices.brokers()), new StringSerializer(),
						new ByteArraySerializer())) {
			RecordedTopic.Entry stale = topic.await(evening.toString(), 2).getFirst();
			ProducerRecord<String, byte[]> copy = new ProducerRecord<>("evening-events", evening.toString(),
					stale.value());
			stale.headers().forEach((name, value) -> copy.headers().add(name, value.getBytes(UTF_8)));
			producer.send(copy);
			topic.await(evening.toString(), 3);

			assertThat(this.auditor.runOnce()).isPositive();

			assertThat(topic.await(evening.toString(), 4).getLast().header("ce_type"))
				.isEqualTo("recruitment.evening.cancelled.v1");
		}
	}

	@Test
	void staffSeeADraftAndMayDiscardIt() {
		String slug = "evening-" + key();
		String path = post("/api/evenings", plan(slug, 3)).header("Location");
		assertThat(get(path + "?status=all").at("/status")).isEqualTo("DRAFT");
		assertThat(get("/api/evenings?status=all&size=100").body()).contains(slug);
		assertThat(get(path + "/bookings").json().at("/items")).isEmpty();

		assertThat(post(path + "/cancel", "").at("/status")).isEqualTo("DISCARDED");
		assertThat(post(path + "/cancel", "").at("/status")).isEqualTo("DISCARDED");
		assertThat(post(path + "/publish", "").problem()).isEqualTo("evening-cancelled");
		assertThat(get(path + "?status=all").at("/status")).isEqualTo("DISCARDED");
		assertThat(get(path).status()).isEqualTo(404);
		assertThat(get("/evenings/" + slug).status()).isEqualTo(404);
		assertThat(post(path + "/bookings", person("Sam"), "Idempotency-Key", key()).status()).isEqualTo(404);
	}

	@Test
	void staffSeeAllEveningsTheLatestFirst() {
		UUID first = evening(1);
		UUID latest = evening(1);
		Answer one = get("/api/evenings?status=all&size=1");
		assertThat(one.at("/items/0/id")).isEqualTo(latest.toString());
		assertThat(one.at("/more")).isEqualTo("true");
		assertThat(get("/api/evenings?status=all&size=1&page=1").at("/items/0/id")).isEqualTo(first.toString());
	}

	@Test
	void twoEveningsCannotHaveOneAddress() {
		String slug = "evening-" + key();
		post("/api/evenings", plan(slug, 3));
		Answer second = post("/api/evenings", plan(slug, 3));
		assertThat(second.status()).isEqualTo(409);
		assertThat(second.problem()).isEqualTo("slug-taken");
	}

	@Test
	void aMovedEveningIsToldByEveryBookingOfIt() {
		UUID evening = evening(5);
		UUID sam = booked(evening, "Sam");
		UUID kim = booked(evening, "Kim");
		post("/api/bookings/" + kim + "/cancel", "");
		assertThat(patch("/api/evenings/" + evening,
				"{\"venue\":{\"name\":\"Town Hall\",\"address\":\"High Street\"," + "\"postcode\":\"SG1 1AA\"}}")
			.at("/revision")).isEqualTo("2");
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(get("/api/bookings/" + sam).at("/evening/venue/name")).isEqualTo("Town Hall"));
		assertThat(get("/api/bookings/" + kim).at("/evening/revision")).isEqualTo("1");
		try (RecordedTopic topic = new RecordedTopic(BackingServices.brokers(), "booking-events")) {
			assertThat(topic.await(sam.toString(), 2).get(1).header("ce_type"))
				.isEqualTo("recruitment.booking.evening-changed.v1");
		}
	}

	@Test
	void aCancelledEveningCancelsEveryBookingOfIt() {
		UUID evening = evening(5);
		UUID sam = booked(evening, "Sam");
		assertThat(post("/api/evenings/" + evening + "/cancel", "").at("/status")).isEqualTo("CANCELLED");
		Awaitility.await()
			.untilAsserted(() -> assertThat(get("/api/bookings/" + sam).at("/status")).isEqualTo("CANCELLED"));
		assertThat(get("/api/evenings/" + evening).at("/status")).isEqualTo("CANCELLED");
		assertThat(post("/api/evenings/" + evening + "/cancel", "").status()).isEqualTo(200);
		try (RecordedTopic topic = new RecordedTopic(BackingServices.brokers(), "booking-events")) {
			assertThat(topic.await(sam.toString(), 2).get(1).text()).contains("\"by\":\"evening\"",
					"\"reason\":\"evening-cancelled\"");
		}
	}

	@Test
	void capacityGoesDownToTheSeatsThatAreTaken() {
		UUID evening = evening(5);
		booked(evening, "Sam");
		booked(evening, "Kim");
		Answer tooFew = patch("/api/evenings/" + evening, "{\"capacity\":1,\"title\":\"Half done?\"}");
		assertThat(tooFew.status()).isEqualTo(409);
		assertThat(tooFew.problem()).isEqualTo("seats-taken");
		assertThat(get("/api/evenings/" + evening).at("/title")).isEqualTo("Information evening");
		Answer enough = patch("/api/evenings/" + evening, "{\"capacity\":2}");
		assertThat(enough.at("/availability")).isEqualTo("full");
		assertThat(enough.at("/revision")).isEqualTo("1");
		assertThat(ledger(evening).capacity()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			end      | {"end":"2020-01-01T19:00:00Z"}
			closes   | {"closes":"2099-01-01T19:00:00Z"}
			opens    | {"opens":"2099-01-01T19:00:00Z"}
			capacity | {"capacity":0}
			capacity | {"capacity":1001}
			capacity | {"capacity":"many"}
			zone     | {"zone":"Welwyn"}
			title    | {"title":"Two\\nlines"}
			venue.postcode | {"venue":{"name":"Town Hall","address":"High Street"}}
			status   | {"status":"CANCELLED"}
			""")
	void aChangeThatBreaksARuleIsRefused(String field, String body) {
		Answer refusal = patch("/api/evenings/" + evening(5), body);
		assertThat(refusal.status()).isEqualTo(400);
		assertThat(refusal.at("/errors/0/field")).isEqualTo(field);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			slug  | {"title":"No name"}
			slug  | {"slug":"Upper Case","title":"x"}
			venue | {"slug":"no-venue","title":"x"}
			""")
	void anEveningThatIsIncompleteIsRefused(String field, String body) {
		Answer refusal = post("/api/evenings", body);
		assertThat(refusal.status()).isEqualTo(400);
		assertThat(refusal.json().at("/errors").findValuesAsString("field")).contains(field);
	}

	@Test
	void whatHasBegunCannotBeChangedOrCancelled() {
		UUID evening = evening(5);
		this.clock.pass(Duration.ofDays(14));
		assertThat(patch("/api/evenings/" + evening, "{\"title\":\"Other\"}").problem()).isEqualTo("evening-over");
		assertThat(post("/api/evenings/" + evening + "/cancel", "").problem()).isEqualTo("evening-over");
	}

}
