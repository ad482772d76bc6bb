package recruitment.candidate.candidate;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import recruitment.local.LocalStack;
import recruitment.platform.event.CloudEvent;
import recruitment.platform.event.EventJson;
import recruitment.platform.inbox.Incoming;
import recruitment.platformtest.RecordedTopic;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Starts a broker and a store of its own, since it kills the store. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@ActiveProfiles("local")
@Tag("long")
class StoreOutageIT {

	private static final LocalStack STACK = stack();

	@Autowired
	private MongoOperations mongo;

	@DynamicPropertySource
	static void addresses(DynamicPropertyRegistry properties) {
		STACK.broker().start();
		STACK.store().start();
		properties.add("KAFKA_BROKERS", STACK.broker()::bootstrapServers);
		properties.add("MONGODB_URI", STACK.store()::uri);
	}

	@AfterAll
	static void end() {
		STACK.close();
	}

	@Test
	void aStoreThatIsAwayForAWhileLosesNothing() {
		List<Heard> bookings = IntStream.range(0, 50).mapToObj((i) -> Heard.of("person " + i, "first")).toList();
		bookings.subList(0, 25).forEach((booking) -> say(booking.confirmed(1, Duration.ZERO)));
		await().until(() -> count() > 0);

		STACK.store().kill();
		bookings.subList(25, 50).forEach((booking) -> say(booking.confirmed(1, Duration.ZERO)));
		bookings.forEach((booking) -> say(booking.cancelled(2, Duration.ofHours(1))));
		await().during(Duration.ofSeconds(10)).atMost(Duration.ofSeconds(11)).until(() -> !STACK.store().isRunning());
		STACK.store().start();

		try (RecordedTopic states = new RecordedTopic(STACK.broker().bootstrapServers(), "candidate-state")) {
			for (Heard booking : bookings) {
				await().atMost(Duration.ofMinutes(1))
					.untilAsserted(() -> assertThat(states.entries())
						.filteredOn((state) -> booking.candidate().toString().equals(state.key()))
						.extracting((state) -> Long.parseLong(state.header("ce_sequence")))
						.contains(1L, 2L));
			}
		}
		assertThat(count()).isEqualTo(50);
	}

	private long count() {
		return this.mongo.getCollection("candidates").countDocuments();
	}

	private static void say(Incoming<BookingNews> news) {
		CloudEvent attributes = new CloudEvent("booking-service", news.id(), news.type(), news.at(), news.subject(),
				news.sequence(), null);
		try (var producer = new KafkaProducer<>(
				Map.<String, Object>of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, STACK.broker().bootstrapServers()),
				new StringSerializer(), new ByteArraySerializer())) {
			producer.send(new ProducerRecord<>("booking-events", null, news.subject(), EventJson.write(news.event()),
					attributes.headers()));
		}
	}

	private static LocalStack stack() {
		try {
			return LocalStack.in(Files.createTempDirectory("candidate")).freePorts().build();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
