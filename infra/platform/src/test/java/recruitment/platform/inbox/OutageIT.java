package recruitment.platform.inbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

import org.awaitility.core.ThrowingRunnable;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import recruitment.local.LocalStack;
import recruitment.platform.event.Topics;
import recruitment.platform.sample.SampleService;
import recruitment.platform.sample.SampleTopic;
import recruitment.platformtest.RecordedTopic;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A service whose broker or store goes away; both are its own, since they are killed. */
@Tag("long")
class OutageIT {

	private static final String GROUP = "sample-service";

	private static final int EVENTS = 100;

	private final HttpClient http = HttpClient.newHttpClient();

	@TempDir
	private Path data;

	private LocalStack stack;

	@BeforeEach
	void stack() {
		this.stack = LocalStack.in(this.data).freePorts().build();
	}

	@AfterEach
	void close() {
		this.stack.close();
	}

	@Test
	@Timeout(90)
	void aServiceStartedWithoutBrokerAndStoreServesAtOnceAndJoinsThemLater() throws Exception {
		try (ConfigurableApplicationContext service = start(); SampleTopic topic = topic()) {
			assertThat(get(service, "server", "/readyz").statusCode()).isEqualTo(200);
			long asked = System.nanoTime();
			assertThat(get(service, "management", "/actuator/health/dependencies").statusCode()).isEqualTo(503);
			assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(8));

			this.stack.store().start();
			this.stack.broker().start();
			topic.say(SampleTopic.SAID, said(0));

			eventually(() -> assertThat(kept(service)).isEqualTo(1));
			assertThat(get(service, "management", "/actuator/health/dependencies").body())
				.contains("\"broker\":{\"details\":{\"nodes\":1},\"status\":\"UP\"}")
				.contains("\"store\":{\"status\":\"UP\"}");
		}
	}

	@Test
	@Timeout(240)
	void nothingIsLostWhileTheStoreIsAwayForAMinute() throws Exception {
		Duration outage = Duration.ofSeconds(60);
		this.stack.store().start();
		this.stack.broker().start();
		try (ConfigurableApplicationContext service = start(); SampleTopic topic = topic()) {
			topic.say(SampleTopic.SAID, said(0));
			eventually(() -> assertThat(kept(service)).isEqualTo(1));

			this.stack.store().kill();
			for (int i = 1; i < EVENTS; i++) {
				topic.say(SampleTopic.SAID, said(i));
			}
			await().during(outage)
				.atMost(outage.plusSeconds(10))
				.untilAsserted(() -> assertThat(topic.lag(GROUP)).isEqualTo(EVENTS - 1));
			this.stack.store().start();

			eventually(() -> assertThat(kept(service)).isEqualTo(EVENTS));
			eventually(() -> assertThat(topic.lag(GROUP)).isZero());
			try (RecordedTopic dead = new RecordedTopic(brokers(), Topics.deadLetters(GROUP, "booking-events"))) {
				assertThat(dead.entries()).isEmpty();
			}
		}
	}

	private ConfigurableApplicationContext start() {
		ConfigurableApplicationContext service = SpringApplication.run(SampleService.class,
				"--spring.config.name=sample", "--spring.profiles.active=local",
				"--spring.kafka.bootstrap-servers=" + brokers(), "--spring.mongodb.uri=" + this.stack.store().uri(),
				"--spring.cloud.stream.bindings.sampleNews-in-0.destination=booking-events");
		MongoOperations store = service.getBean(MongoOperations.class);
		service.getBean(SampleService.class).handler.set((event) -> {
			store.getCollection("kept").insertOne(new Document("_id", event.id().toString()));
			return Outcome.OK;
		});
		return service;
	}

	private String brokers() {
		return this.stack.broker().bootstrapServers();
	}

	/** One of the topics that the service makes by itself. */
	private SampleTopic topic() {
		return new SampleTopic(brokers(), "booking-events");
	}

	private static String said(int number) {
		return "{\"words\": \"%d\"}".formatted(number);
	}

	private static long kept(ConfigurableApplicationContext service) {
		return service.getBean(MongoOperations.class).getCollection("kept").countDocuments();
	}

	private HttpResponse<String> get(ConfigurableApplicationContext service, String server, String path)
			throws IOException, InterruptedException {
		String port = service.getEnvironment().getRequiredProperty("local.%s.port".formatted(server));
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
		return this.http.send(request, BodyHandlers.ofString());
	}

	private static void eventually(ThrowingRunnable assertion) {
		await().atMost(Duration.ofSeconds(30))
			.pollInterval(Duration.ofMillis(200))
			.ignoreExceptions()
			.untilAsserted(assertion);
	}

}
