package recruitment.candidate.candidate;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import com.github.f4b6a3.uuid.UuidCreator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recruitment.platform.event.CloudEvent;
import recruitment.platform.event.EventJson;
import recruitment.platform.inbox.Incoming;
import recruitment.platformtest.BackingServices;
import recruitment.platformtest.ContractVerifier;
import recruitment.platformtest.RecordedTopic;
import recruitment.platformtest.TestIssuer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@ActiveProfiles("local")
@Import(BackingServices.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CandidateIT {

	private static final Set<String> NOT_COMPARED = Set.of("v", "out", "outHead", "outDue", "outOwner", "outTry",
			"outErr", "outLast");

	@Autowired
	private MongoOperations mongo;

	@Value("${local.server.port}")
	private int port;

	@Value("${local.management.port}")
	private int managementPort;

	private KafkaProducer<String, byte[]> producer;

	private RecordedTopic events;

	private RecordedTopic states;

	@BeforeAll
	void connect() {
		String broker = BackingServices.brokers();
		this.producer = new KafkaProducer<>(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker),
				new StringSerializer(), new ByteArraySerializer());
		this.events = new RecordedTopic(broker, "candidate-events");
		this.states = new RecordedTopic(broker, "candidate-state");
	}

	@AfterAll
	void disconnect() {
		this.producer.close();
		this.events.close();
		this.states.close();
	}

	@Test
	void aBookingOpensARecordAndIsToldOnBothTopics() {
		Heard booking = someone();
		say(booking.confirmed(1, Duration.ZERO));
		String id = booking.candidate().toString();

		RecordedTopic.Entry told = this.events.await(id, 1).getFirst();
		RecordedTopic.Entry kept = this.states.await(id, 1).getFirst();

		assertThat(told.header("ce_type")).isEqualTo("recruitment.candidate.opened.v1");
		assertThat(told.header("ce_source")).isEqualTo("/candidate-service");
		assertThat(told.header("ce_sequence")).isEqualTo("0000000000000000001");
		assertThat(kept.header("ce_id")).isEqualTo(told.header("ce_id"));
		assertThat(kept.text()).isEqualTo(told.text());
		ContractVerifier.verify("candidate-service", told.header("ce_type"), Objects.requireNonNull(told.value()));
		assertThat(record(id)).isNotNull();
	}

	@Test
	void everyRecordTwiceChangesNothing() {
		Heard booking = someone();
		String id = booking.candidate().toString();
		say(booking.confirmed(1, Duration.ZERO));
		say(booking.cancelled(2, Duration.ofHours(1)));
		this.states.await(id, 2);
		Document before = record(id);

		say(booking.confirmed(1, Duration.ZERO));
		say(booking.cancelled(2, Duration.ofHours(1)));
		sayAndAwaitMarker(booking);

		assertThat(record(id)).isEqualTo(before);
		assertThat(this.events.await(id, 2)).hasSize(2);
	}

	@Test
	void severalBookingsOfOnePersonAtOnceAreOneRecord() {
		String person = UuidCreator.getTimeOrderedEpoch().toString();
		List<Heard> bookings = IntStream.range(0, 8).mapToObj((i) -> Heard.of(person, "booking " + i)).toList();
		bookings.forEach((booking) -> say(booking.confirmed(1, Duration.ZERO)));

		String id = bookings.getFirst().candidate().toString();
		List<RecordedTopic.Entry> told = this.events.await(id, 8);

		assertThat(told).extracting((entry) -> Long.parseLong(entry.header("ce_sequence")))
			.containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
		assertThat(record(id).getList("bookings", Document.class)).hasSize(8);
	}

	@Test
	void everyStoredSampleThatIsHeardIsUnderstood() {
		List<ContractVerifier.Sample> samples = ContractVerifier.samplesFor("candidate-service", "booking-events")
			.toList();
		String key = UuidCreator.getTimeOrderedEpoch().toString();
		long sequence = 0;
		for (ContractVerifier.Sample sample : samples) {
			sequence++;
			Heard booking = Heard.of(key, "sample");
			say(new Incoming<>(UuidCreator.getTimeOrderedEpoch(), sample.type(), key, sequence,
					Heard.NOON.plusSeconds(sequence), sample), sample.json());
		}
		JsonNode person = JsonMapper.shared().readTree(samples.getFirst().json()).path("person");
		String id = Candidate.idOf(person.path("key").asString()).toString();

		await().untilAsserted(() -> assertThat(record(id).getList("timeline", Document.class))
			.extracting((entry) -> "recruitment." + entry.getString("what") + ".v1")
			.containsExactlyInAnyOrderElementsOf(samples.stream().map(ContractVerifier.Sample::type).toList()));
	}

	@Test
	void aDroppedDatabaseIsReadBackEqual() {
		Heard one = someone();
		Heard two = someone();
		say(one.confirmed(1, Duration.ZERO));
		say(one.cancelled(2, Duration.ofHours(1)));
		say(two.confirmed(1, Duration.ZERO));
		this.states.await(one.candidate().toString(), 2);
		this.states.await(two.candidate().toString(), 1);
		awaitEverythingTold();
		Map<String, Document> before = records();

		dropDatabase();
		post("/actuator/candidaterebuild");

		await().untilAsserted(() -> assertThat(records()).isEqualTo(before));
		say(one.eveningChanged(3, Duration.ofHours(2)));
		assertThat(this.states.await(one.candidate().toString(), 3).getLast().header("ce_sequence"))
			.isEqualTo("0000000000000000003");
	}

	@Test
	void aRebuildThatWasKilledIsDoneAgain() {
		Heard one = someone();
		Heard two = someone();
		say(one.confirmed(1, Duration.ZERO));
		say(two.confirmed(1, Duration.ZERO));
		this.states.await(one.candidate().toString(), 1);
		this.states.await(two.candidate().toString(), 1);
		awaitEverythingTold();
		Map<String, Document> before = records();

		// what is left by a kill in the middle: some records, and no mark that all are
		// there
		this.mongo.getCollection("candidates").deleteOne(new Document("_id", two.candidate().toString()));
		this.mongo.getCollection("projections").deleteMany(new Document());

		await().untilAsserted(() -> assertThat(records()).isEqualTo(before));
	}

	@Test
	void aKnownPersonDoesNotBeginAgainInADatabaseThatWasLost() {
		Heard booking = someone();
		String id = booking.candidate().toString();
		say(booking.confirmed(1, Duration.ZERO));
		this.states.await(id, 1);
		awaitEverythingTold();

		dropDatabase();
		say(booking.cancelled(2, Duration.ofHours(1)));

		assertThat(this.states.await(id, 2)).extracting((entry) -> entry.header("ce_sequence"))
			.containsExactly("0000000000000000001", "0000000000000000002");
	}

	@Test
	void aStaleCopyOnTheCompactedTopicIsRepaired() {
		Heard booking = someone();
		String id = booking.candidate().toString();
		say(booking.confirmed(1, Duration.ZERO));
		say(booking.cancelled(2, Duration.ofHours(1)));
		RecordedTopic.Entry stale = this.states.await(id, 2).getFirst();
		awaitEverythingTold();
		ProducerRecord<String, byte[]> copy = new ProducerRecord<>("candidate-state", id, stale.value());
		stale.headers().forEach((name, value) -> copy.headers().add(name, value.getBytes()));
		this.producer.send(copy);
		this.states.await(id, 3);

		post("/actuator/compactedtopics");

		List<RecordedTopic.Entry> kept = this.states.await(id, 4);
		assertThat(kept.getLast().headers()).isEqualTo(kept.get(1).headers());
		assertThat(kept.getLast().text()).isEqualTo(kept.get(1).text());
	}

	@Test
	void theAuditLeavesWhatWasTakenBack() {
		Heard booking = someone();
		String id = booking.candidate().toString();
		say(booking.confirmed(1, Duration.ZERO));
		this.states.await(id, 1);
		awaitEverythingTold();
		this.producer.send(new ProducerRecord<>("candidate-state", id, null));
		this.states.await(id, 2);

		post("/actuator/compactedtopics");

		assertThat(this.states.await(id, 2)).hasSize(2).last().extracting(RecordedTopic.Entry::value).isNull();
	}

	@Test
	void whatIsNoRecordHoldsUpNeitherRebuildNorAudit() {
		Heard booking = someone();
		String id = booking.candidate().toString();
		say(booking.confirmed(1, Duration.ZERO));
		RecordedTopic.Entry told = this.states.await(id, 1).getFirst();
		awaitEverythingTold();
		Map<String, Document> before = records();
		this.producer.send(new ProducerRecord<>("candidate-state", "no event", new byte[] { 1 }));
		foreign(UuidCreator.getTimeOrderedEpoch().toString(), told, "ce_sequence", "9".repeat(19), told.text());
		foreign(UuidCreator.getTimeOrderedEpoch().toString(), told, "ce_id", "none", told.text());
		foreign(UuidCreator.getTimeOrderedEpoch().toString(), told, "ce_id", told.header("ce_id"), told.text());
		for (String json : List.of("{", "{}", "null")) {
			foreign(id, told, "ce_sequence", "0000000000000000009", json);
		}
		this.producer.flush();

		dropDatabase();
		post("/actuator/candidaterebuild");
		await().untilAsserted(() -> assertThat(records()).isEqualTo(before));
		post("/actuator/compactedtopics");
	}

	/** What somebody else could have written, in the shape of one of ours. */
	private void foreign(String key, RecordedTopic.Entry like, String header, String value, String json) {
		ProducerRecord<String, byte[]> record = new ProducerRecord<>("candidate-state", key, json.getBytes());
		like.headers().forEach((name, text) -> record.headers().add(name, text.getBytes()));
		record.headers().remove(header).add(header, value.getBytes());
		this.producer.send(record);
	}

	@Test
	void theNewestCandidatesComeFirst() {
		Heard earlier = someone();
		Heard later = someone();
		say(later.confirmed(1, Duration.ofDays(2)));
		say(earlier.confirmed(1, Duration.ofDays(1)));
		this.states.await(later.candidate().toString(), 1);
		this.states.await(earlier.candidate().toString(), 1);

		JsonNode first = get("/api/candidates?size=1");
		JsonNode second = get("/api/candidates?size=1&page=1");

		assertThat(first.at("/items/0/id").asString()).isEqualTo(later.candidate().toString());
		assertThat(first.at("/more").asBoolean()).isTrue();
		assertThat(second.at("/items/0/id").asString()).isEqualTo(earlier.candidate().toString());
		assertThat(first.at("/items/0/bookings/0/reference").asString()).isEqualTo("K7MQ-4XWD");
	}

	@Test
	void aRecordTellsEverythingThatIsKnown() {
		Heard booking = someone();
		say(booking.confirmedWithPhone(1, Duration.ZERO, "01632 960001"));
		String id = booking.candidate().toString();
		this.states.await(id, 1);

		JsonNode found = get("/api/candidates/" + id);

		assertThat(found.at("/stage").asString()).isEqualTo("interested");
		assertThat(found.at("/person/name").asString()).isEqualTo("Sam Sample");
		assertThat(found.at("/person/phone").asString()).isEqualTo("01632 960001");
		assertThat(found.at("/timeline/0/what").asString()).isEqualTo("booking.confirmed");
	}

	@Test
	void aSearchFindsAWholeAddressAndAnyPartOfAName() {
		Heard booking = someone().named("Ægir Sørensen-Ó Briain").at("Aegir@Example.org");
		say(booking.confirmed(1, Duration.ZERO));
		String id = booking.candidate().toString();
		this.states.await(id, 1);

		assertThat(found("{'email': ' AEGIR@example.org '}")).containsExactly(id);
		assertThat(found("{'name': 'SØRENSEN-ó'}")).containsExactly(id);
		assertThat(found("{'email': 'aegir@example.org', 'name': 'sørensen'}")).containsExactly(id);
		assertThat(found("{'email': 'egir@example.org'}")).as("part of an address").isEmpty();
		assertThat(found("{'email': 'aegir@example.org', 'name': 'somebody else'}")).isEmpty();
		assertThat(found("{'name': '.*'}")).as("a pattern is text").isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{'name': ' '}", "{'email': null}", "{'phone': '01632 960001'}", "{'name': ", "[]",
			"{'name': 'a\\u0000b'}" })
	void aSearchThatMakesNoSenseIsRefused(String body) {
		ResponseEntity<JsonNode> answer = search(body);

		assertThat(answer.getStatusCode().value()).isEqualTo(400);
		assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void anUnknownCandidateIsNotFound() {
		ResponseEntity<JsonNode> answer = exchange(
				http().get().uri("/api/candidates/" + UuidCreator.getTimeOrderedEpoch()));

		assertThat(answer.getStatusCode().value()).isEqualTo(404);
		assertThat(Objects.requireNonNull(answer.getBody()).path("type").asString())
			.isEqualTo("urn:recruitment:problem:unknown-candidate");
	}

	private List<String> found(String body) {
		ResponseEntity<JsonNode> answer = search(body);
		assertThat(answer.getStatusCode().value()).isEqualTo(200);
		return Objects.requireNonNull(answer.getBody())
			.path("items")
			.valueStream()
			.map((item) -> item.path("id").asString())
			.toList();
	}

	private ResponseEntity<JsonNode> search(String body) {
		return exchange(http().post()
			.uri("/api/candidates/search")
			.contentType(MediaType.APPLICATION_JSON)
			.body(body.replace('\'', '"')));
	}

	private JsonNode get(String uri) {
		ResponseEntity<JsonNode> answer = exchange(http().get().uri(uri));
		assertThat(answer.getStatusCode().value()).isEqualTo(200);
		return Objects.requireNonNull(answer.getBody());
	}

	private RestClient http() {
		return client(this.port, "recruiter");
	}

	private static RestClient client(int port, String role) {
		return RestClient.builder()
			.baseUrl("http://127.0.0.1:" + port)
			.defaultHeader("Authorization", "Bearer " + TestIssuer.token(role))
			.build();
	}

	private static ResponseEntity<JsonNode> exchange(RestClient.RequestHeadersSpec<?> request) {
		return request.retrieve().onStatus((status) -> true, (_, _) -> {
		}).toEntity(JsonNode.class);
	}

	private static Heard someone() {
		return Heard.of(UuidCreator.getTimeOrderedEpoch().toString(), "first");
	}

	private void say(Incoming<BookingNews> news) {
		say(news, EventJson.write(news.event()));
	}

	private void say(Incoming<?> news, byte[] json) {
		CloudEvent attributes = new CloudEvent("booking-service", news.id(), news.type(), news.at(), news.subject(),
				news.sequence(), null);
		this.producer.send(new ProducerRecord<>("booking-events", null, news.subject(), json, attributes.headers()));
		this.producer.flush();
	}

	/**
	 * Another person's booking on the same partition: when that is heard, all before it
	 * was.
	 */
	private void sayAndAwaitMarker(Heard booking) {
		Heard marker = someone();
		Incoming<BookingNews> news = marker.confirmed(1, Duration.ZERO);
		CloudEvent attributes = new CloudEvent("booking-service", news.id(), news.type(), news.at(), news.subject(), 1,
				null);
		this.producer.send(new ProducerRecord<>("booking-events", null, booking.booking().toString(),
				EventJson.write(news.event()), attributes.headers()));
		this.producer.flush();
		this.states.await(marker.candidate().toString(), 1);
	}

	private void awaitEverythingTold() {
		await().until(() -> this.mongo.getCollection("candidates")
			.countDocuments(new Document("outDue", new Document("$exists", true))) == 0);
	}

	private void dropDatabase() {
		this.mongo.execute((database) -> {
			database.drop();
			return "";
		});
	}

	private Document record(String id) {
		Document found = this.mongo.getCollection("candidates").find(new Document("_id", id)).first();
		return comparable(Objects.requireNonNull(found, "no record " + id));
	}

	private Map<String, Document> records() {
		Map<String, Document> found = new HashMap<>();
		this.mongo.getCollection("candidates")
			.find()
			.forEach((document) -> found.put(document.getString("_id"), comparable(document)));
		return found;
	}

	private static Document comparable(Document document) {
		Document copy = new Document(document);
		copy.keySet().removeAll(NOT_COMPARED);
		return copy;
	}

	private void post(String operation) {
		client(this.managementPort, "ops").post()
			.uri(operation)
			.contentType(MediaType.APPLICATION_JSON)
			.retrieve()
			.toBodilessEntity();
	}

}
