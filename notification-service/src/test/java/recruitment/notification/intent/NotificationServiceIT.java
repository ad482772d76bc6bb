package recruitment.notification.intent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recruitment.local.MailCatcher;
import recruitment.platformtest.BackingMail;
import recruitment.platformtest.BackingServices;
import recruitment.platformtest.ContractVerifier;
import recruitment.platformtest.ContractVerifier.Sample;
import recruitment.platformtest.RecordedTopic;
import recruitment.platformtest.TestIssuer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.client.RestClient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The service as it runs: from the topic to the mail catcher. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "recruitment.mail.per-address=5",
				"recruitment.link-secret=00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff" })
@ActiveProfiles("local")
@Import({ BackingServices.class, BackingMail.class })
class NotificationServiceIT {

	/** The evening of the samples lies ahead then. */
	private static final Instant TIME_OF_THE_SAMPLES = Instant.parse("2026-11-22T10:16:00Z");

	private static final String BOOKING = "0d9c1f5e-4c7b-5b7e-8f2d-3a1b2c3d4e5f";

	@Autowired
	private MailCatcher catcher;

	@Autowired
	private Clock clock;

	@Autowired
	private MeterRegistry meters;

	@Value("${local.server.port}")
	private int port;

	@Value("${local.management.port}")
	private int managementPort;

	@Test
	void everyStepOfABookingBecomesOneMailHoweverOftenItComes() {
		List<String> types = List.of("confirmed", "evening-changed", "confirmation-requested", "cancelled");
		for (int i = 0; i < types.size(); i++) {
			int sequence = i + 1;
			byte[] data = sample("recruitment.booking." + types.get(i) + ".v1");
			say("recruitment.booking." + types.get(i) + ".v1", sequence, data);
			say("recruitment.booking." + types.get(i) + ".v1", sequence, data);
			await().until(() -> sent(sequence), (sent) -> sent);
		}

		JsonNode messages = get("/api/messages?reference=K7MQ-4XWD").at("/items");
		assertThat(messages).extracting((message) -> message.at("/template").asString())
			.containsExactly("confirmation", "change", "confirmation", "cancellation");
		assertThat(messages).allSatisfy((message) -> {
			assertThat(message.at("/status").asString()).isEqualTo("SENT");
			assertThat(message.at("/attempts").asInt()).isEqualTo(1);
			assertThat(message.toString()).doesNotContain("sam@example.org", "Sam Sample", "01632");
		});
		assertThat(get("/api/messages?booking=" + BOOKING).at("/items")).hasSize(4);
		for (JsonNode message : messages) {
			assertThat(caught(message.at("/messageId").asString())).hasSize(1);
		}
		assertThat(calendar(messages.get(0))).contains("METHOD:REQUEST", "SEQUENCE:1", "UID:" + BOOKING,
				"DTSTART;TZID=Europe/London:20261209T190000");
		assertThat(calendar(messages.get(1))).contains("METHOD:REQUEST", "SEQUENCE:2",
				"DTSTART;TZID=Europe/London:20261216T190000");
		assertThat(calendar(messages.get(3))).contains("METHOD:CANCEL", "STATUS:CANCELLED", "UID:" + BOOKING);
		try (RecordedTopic topic = new RecordedTopic(BackingServices.brokers(), "notification-events")) {
			assertThat(topic.await(BOOKING, 4)).allSatisfy((told) -> {
				assertThat(told.header("ce_source")).isEqualTo("/notification-service");
				assertThat(told.header("ce_sequence")).isEqualTo("0000000000000000001");
				ContractVerifier.verify("notification-service", told.header("ce_type"),
						Objects.requireNonNull(told.value()));
			});
		}
	}

	@Test
	void everyStoredSampleThatIsHeardBecomesAMail() {
		List<Sample> samples = ContractVerifier.samplesFor("notification-service", "booking-events").toList();
		for (Sample sample : samples) {
			String booking = UuidCreator.getTimeOrderedEpoch().toString();
			String data = new String(sample.json(), UTF_8);
			JsonNode known = JsonMapper.shared().readTree(data).path("booking");
			say(sample.type(), 1, booking,
					data.replace(known.path("id").asString(), booking)
						.replace(known.path("reference").asString(), "SAMP-LES2")
						.getBytes(UTF_8),
					this.clock.instant());
			await(sample.file()).until(() -> get("/api/messages?booking=" + booking).at("/items/0/status").asString(""),
					"SENT"::equals);
		}
	}

	@Test
	void newsFromAReplayAreHeldAndShown() {
		String booking = UuidCreator.getTimeOrderedEpoch().toString();
		byte[] data = new String(sample("recruitment.booking.confirmed.v1"), UTF_8).replace(BOOKING, booking)
			.replace("K7MQ-4XWD", "HELD-HELD")
			.getBytes(UTF_8);
		say("recruitment.booking.confirmed.v1", 1, booking, data, this.clock.instant().minus(Duration.ofDays(3)));
		await().until(() -> get("/api/messages?reference=HELD-HELD").at("/items"), (found) -> found.size() == 1);
		JsonNode held = get("/api/messages?reference=HELD-HELD").at("/items/0");
		assertThat(held.at("/status").asString()).isEqualTo("HELD");
		assertThat(held.has("nextAttemptAt")).isFalse();
	}

	@Test
	void whoseAddressOthersBookWithIsSentSoManyConfirmationsADayAndNoMore() {
		double before = suppressed();
		for (int i = 1; i <= 5; i++) {
			assertThat(becomes("confirmed", 1, "vic.tim+%d@example.org".formatted(i))).isEqualTo("SENT");
		}
		assertThat(becomes("confirmed", 1, "Victim@example.org")).isEqualTo("SUPPRESSED");
		assertThat(becomes("confirmed", 1, "victim+another@example.org")).isEqualTo("SUPPRESSED");
		assertThat(suppressed()).isEqualTo(before + 2);
		assertThat(becomes("confirmed", 1, "somebody.else@example.org")).isEqualTo("SENT");
		assertThat(becomes("cancelled", 2, "victim@example.org")).isEqualTo("SENT");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/messages", "/api/messages?booking=nonsense",
			"/api/messages?reference=K7MQ-4XWD&booking=" + BOOKING, "/api/messages?reference=K7MQ-4XWD&size=1000" })
	void aQuestionThatCannotBeAnsweredIsRefused(String path) {
		ResponseEntity<String> answer = ask(this.port, path);
		assertThat(answer.getStatusCode().value()).isEqualTo(400);
		assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void itTellsWhetherItsMailProviderIsThere() {
		ResponseEntity<String> health = ask(this.managementPort, "/actuator/health/dependencies");
		assertThat(JsonMapper.shared().readTree(health.getBody()).at("/components/mail/status").asString())
			.isEqualTo("UP");
		assertThat(ask(this.port, "/readyz").getStatusCode().value()).isEqualTo(200);
	}

	/**
	 * What the message becomes that follows from news about a booking with this address.
	 */
	private String becomes(String news, int sequence, String email) {
		String booking = UuidCreator.getTimeOrderedEpoch().toString();
		String type = "recruitment.booking." + news + ".v1";
		byte[] data = new String(sample(type), UTF_8).replace(BOOKING, booking)
			.replace("sam@example.org", email)
			.getBytes(UTF_8);
		say(type, sequence, booking, data, this.clock.instant());
		return await().until(() -> get("/api/messages?booking=" + booking).at("/items/0/status").asString(""),
				(status) -> status.equals("SENT") || status.equals("SUPPRESSED"));
	}

	private double suppressed() {
		return this.meters.counter("recruit.notifications", "template", "confirmation", "result", "suppressed").count();
	}

	private boolean sent(int messages) {
		JsonNode items = get("/api/messages?reference=K7MQ-4XWD").at("/items");
		return items.size() == messages && StreamSupport.stream(items.spliterator(), false)
			.allMatch((message) -> message.at("/status").asString().equals("SENT"));
	}

	private JsonNode get(String path) {
		return JsonMapper.shared().readTree(ask(this.port, path).getBody());
	}

	private static ResponseEntity<String> ask(int port, String path) {
		return RestClient.create("http://127.0.0.1:" + port)
			.get()
			.uri(path)
			.header("Authorization", "Bearer " + TestIssuer.token("message-desk"))
			.retrieve()
			.onStatus((status) -> true, (request, response) -> {
			})
			.toEntity(String.class);
	}

	private JsonNode caught(String messageId) {
		return JsonMapper.shared()
			.readTree(RestClient.create(this.catcher.httpUrl())
				.get()
				.uri("/api/messages?messageId={id}", messageId)
				.retrieve()
				.body(String.class));
	}

	private String calendar(JsonNode message) {
		String id = caught(message.at("/messageId").asString()).at("/0/id").asString();
		JsonNode mail = JsonMapper.shared()
			.readTree(RestClient.create(this.catcher.httpUrl())
				.get()
				.uri("/api/messages/{id}", id)
				.retrieve()
				.body(String.class));
		return mail.at("/calendar").asString();
	}

	private static byte[] sample(String type) {
		return ContractVerifier.samples("booking-service")
			.filter((sample) -> sample.type().equals(type))
			.map(Sample::json)
			.findFirst()
			.orElseThrow();
	}

	private void say(String type, long sequence, byte[] data) {
		say(type, sequence, BOOKING, data, this.clock.instant());
	}

	private static void say(String type, long sequence, String booking, byte[] data, Instant at) {
		ProducerRecord<String, byte[]> record = new ProducerRecord<>("booking-events", booking, data);
		Map.of("ce_id", UuidCreator.getNameBasedSha1(type + sequence + booking).toString(), "ce_source",
				"/booking-service", "ce_type", type, "ce_specversion", "1.0", "ce_time", at.toString(), "ce_subject",
				booking, "ce_sequence", "%019d".formatted(sequence))
			.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
		try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
				Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, BackingServices.brokers()), new StringSerializer(),
				new ByteArraySerializer())) {
			producer.send(record);
		}
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class SampleTime {

		@Bean
		Clock clock() {
			return Clock.offset(Clock.tickMillis(ZoneOffset.UTC), Duration.between(Instant.now(), TIME_OF_THE_SAMPLES));
		}

	}

}
