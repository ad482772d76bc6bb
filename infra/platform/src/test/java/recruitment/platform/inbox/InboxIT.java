package recruitment.platform.inbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.f4b6a3.uuid.UuidCreator;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.ServerAddress;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import recruitment.platform.deadletter.DeadLetters;
import recruitment.platform.event.Topics;
import recruitment.platform.sample.SampleNews;
import recruitment.platform.sample.SampleNews.Said;
import recruitment.platform.sample.SampleService;
import recruitment.platform.sample.SampleServiceTest;
import recruitment.platform.sample.SampleTopic;
import recruitment.platformtest.BackingServices;
import recruitment.platformtest.RecordedTopic;
import recruitment.platformtest.RecordedTopic.Entry;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The inbox behind the real binder and a real broker. Each test has a topic of its own.
 */
@SampleServiceTest
@ExtendWith(OutputCaptureExtension.class)
class InboxIT {

	private static final String GROUP = "sample-service";

	private static final String GOOD = """
			{"words": "good"}""";

	private final String name = "inbox-" + UuidCreator.getTimeOrderedEpoch();

	private final Queue<Incoming<SampleNews>> heard = new ConcurrentLinkedQueue<>();

	@Autowired
	private SampleService service;

	@Autowired
	private MeterRegistry meters;

	private SampleTopic topic;

	private SampleTopic deadLetters;

	private RecordedTopic dead;

	@BeforeEach
	void topics() throws Exception {
		String servers = BackingServices.brokers();
		this.topic = new SampleTopic(servers, this.name).create(Map.of());
		this.deadLetters = new SampleTopic(servers, Topics.deadLetters(GROUP, this.name));
		this.dead = new RecordedTopic(servers, Topics.deadLetters(GROUP, this.name));
		this.service.handler.set(this::remember);
	}

	@AfterEach
	void close() {
		this.dead.close();
		this.topic.close();
		this.deadLetters.close();
	}

	@Test
	void anEventArrivesWithItsPlaceInHistory() throws Exception {
		UUID id = this.topic.say(SampleTopic.SAID, """
				{"words": "hello", "unheardOf": {"deeply": true}}""");

		eventually(() -> assertThat(this.heard).hasSize(1));
		Incoming<SampleNews> event = this.heard.element();
		assertThat(event.id()).isEqualTo(id);
		assertThat(event.type()).isEqualTo(SampleTopic.SAID);
		assertThat(event.subject()).isEqualTo("subject");
		assertThat(event.sequence()).isEqualTo(7);
		assertThat(event.at()).isEqualTo("1970-01-01T00:00:00Z");
		assertThat(event.event()).isEqualTo(new Said("hello", null));
	}

	@Test
	void whatIsNotHeardIsSkippedAndCounted() throws Exception {
		double before = consumed(Inbox.UNKNOWN, "skipped");

		this.topic.say("recruitment.sample.sung.v1", "{}");
		this.topic.say(SampleTopic.SAID, null);
		this.topic.say(SampleTopic.SAID, GOOD);

		eventually(() -> assertThat(this.heard).hasSize(1));
		assertThat(consumed(Inbox.UNKNOWN, "skipped")).isEqualTo(before + 2);
		eventually(() -> assertThat(this.topic.lag(GROUP)).isZero());
	}

	@Test
	void poisonBecomesADeadLetterAndTheRestFlows(CapturedOutput output) throws Exception {
		this.deadLetters.create(Map.of());
		double before = consumed(SampleTopic.SAID, "dead");

		this.topic.say(SampleTopic.SAID, GOOD);
		UUID broken = this.topic.say(SampleTopic.SAID, """
				{"words": "sam@example.org""");
		this.topic.write("sam@example.org".getBytes(UTF_8));
		this.topic.say(SampleTopic.SAID, """
				{"by": "sam@example.org"}""");
		this.topic.say(SampleTopic.SAID, GOOD);

		eventually(() -> assertThat(this.heard).hasSize(2));
		eventually(() -> assertThat(this.topic.lag(GROUP)).isZero());
		List<Entry> dead = this.dead.entries();
		assertThat(dead).hasSize(3);
		assertThat(dead.getFirst()).returns(1, Entry::partition)
			.returns("key", Entry::key)
			.returns("{\"words\": \"sam@example.org", Entry::text);
		assertThat(dead.getFirst().headers()).containsEntry("ce_id", broken.toString())
			.containsEntry(DeadLetters.TOPIC, this.name)
			.containsEntry(DeadLetters.PARTITION, "1")
			.containsEntry(DeadLetters.OFFSET, "1")
			.containsEntry(DeadLetters.ERROR, PoisonException.class.getName());
		assertThat(consumed(SampleTopic.SAID, "dead")).isEqualTo(before + 2);
		assertThat(dead).flatExtracting((entry) -> entry.headers().values())
			.noneMatch((value) -> value.contains("example.org"));
		assertThat(output).doesNotContain("example.org");
	}

	@Test
	void aHandlerThatFailsIsTriedThreeTimesAndTellsNothingOfTheData(CapturedOutput output) throws Exception {
		this.deadLetters.create(Map.of());
		AtomicInteger tries = new AtomicInteger();
		this.service.handler.set((event) -> {
			if (!event.event().equals(new Said("good", null))) {
				tries.incrementAndGet();
				throw new IllegalStateException("cannot greet sam@example.org");
			}
			return remember(event);
		});

		this.topic.say(SampleTopic.SAID, """
				{"words": "bad"}""");
		this.topic.say(SampleTopic.SAID, GOOD);

		eventually(() -> assertThat(this.heard).hasSize(1));
		assertThat(tries).hasValue(3);
		assertThat(this.dead.entries()).singleElement()
			.returns(IllegalStateException.class.getName(), (entry) -> entry.header(DeadLetters.ERROR));
		assertThat(output).contains("java.lang.IllegalStateException").doesNotContain("example.org");
	}

	@Test
	void triesWhileTheStoreIsAwayDoNotCountAgainstTheHandler() throws Exception {
		this.deadLetters.create(Map.of());
		AtomicInteger tries = new AtomicInteger();
		this.service.handler.set((event) -> {
			switch (tries.incrementAndGet()) {
				case 1, 4 -> throw new IllegalStateException();
				case 2, 3, 5, 6, 7 -> throw new MongoSocketOpenException("refused", new ServerAddress());
				default -> {
					return remember(event);
				}
			}
		});

		this.topic.say(SampleTopic.SAID, GOOD);

		eventually(() -> assertThat(this.heard).hasSize(1));
		assertThat(this.dead.entries()).isEmpty();
	}

	@Test
	void nothingIsLostWhileTheDeadLetterTopicIsMissing() throws Exception {
		this.topic.say(SampleTopic.SAID, "poison");
		this.topic.say(SampleTopic.SAID, GOOD);
		await().during(Duration.ofSeconds(6))
			.atMost(Duration.ofSeconds(12))
			.untilAsserted(() -> assertThat(this.topic.lag(GROUP)).isEqualTo(2));

		this.deadLetters.create(Map.of());

		eventually(() -> assertThat(this.heard).hasSize(1));
		assertThat(this.dead.entries()).hasSize(1);
		eventually(() -> assertThat(this.topic.lag(GROUP)).isZero());
	}

	@Test
	void nothingIsLostWhileTheDeadLetterTopicRefuses() throws Exception {
		this.deadLetters.create(Map.of("max.message.bytes", "100"));
		double before = consumed(SampleTopic.SAID, "dead");
		this.topic.say(SampleTopic.SAID, "poison");
		this.topic.say(SampleTopic.SAID, GOOD);
		await().during(Duration.ofSeconds(2))
			.atMost(Duration.ofSeconds(8))
			.untilAsserted(() -> assertThat(this.topic.lag(GROUP)).isEqualTo(2));
		assertThat(consumed(SampleTopic.SAID, "dead")).isEqualTo(before);

		this.deadLetters.set("max.message.bytes", "100000");

		eventually(() -> assertThat(this.heard).hasSize(1));
		assertThat(this.dead.entries()).hasSize(1);
		assertThat(consumed(SampleTopic.SAID, "dead")).isEqualTo(before + 1);
	}

	private Outcome remember(Incoming<SampleNews> event) {
		this.heard.add(event);
		return Outcome.OK;
	}

	private double consumed(String type, String result) {
		Counter counter = this.meters.find("recruit.consumed")
			.tags("consumer", "sample", "type", type, "result", result)
			.counter();
		return (counter != null) ? counter.count() : 0;
	}

	private static void eventually(ThrowingRunnable assertion) {
		await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(100)).untilAsserted(assertion);
	}

}
