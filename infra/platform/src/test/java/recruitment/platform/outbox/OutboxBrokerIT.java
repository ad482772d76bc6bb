package recruitment.platform.outbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import com.github.f4b6a3.uuid.UuidCreator;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recruitment.local.LocalStack;
import recruitment.platformtest.RecordedTopic;
import recruitment.platformtest.RecordedTopic.Entry;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The outbox as a service has it, on a broker of its own that may be stopped. */
class OutboxBrokerIT {

	@TempDir
	private static Path data;

	private static LocalStack stack;

	private static ConfigurableApplicationContext service;

	private static Outbox outbox;

	private static MongoOperations mongo;

	@BeforeAll
	static void start() {
		Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
		stack = LocalStack.in(data).freePorts().build();
		stack.broker().start();
		stack.store().start();
		service = startService();
		outbox = service.getBean(Outbox.class);
		mongo = service.getBean(MongoOperations.class);
	}

	@AfterAll
	static void stop() {
		Awaitility.reset();
		try (LocalStack ended = stack) {
			service.close();
		}
	}

	private static ConfigurableApplicationContext startService() {
		return new SpringApplicationBuilder(Service.class).web(WebApplicationType.NONE)
			.profiles("local")
			.run("--spring.application.name=parcel-service", "--spring.mongodb.database=parcel",
					"--spring.mongodb.uri=" + stack.store().uri(),
					"--spring.kafka.bootstrap-servers=" + stack.broker().bootstrapServers(),
					"--recruitment.outbox.delivery-timeout=4s");
	}

	private static UUID insert() {
		Parcel parcel = new Parcel(UuidCreator.getTimeOrderedEpoch(), "fragile");
		return outbox.insert(parcel, parcel.packed()).id();
	}

	private static void move(UUID id) {
		outbox.append(Parcel.class, id, Parcel::move);
	}

	private static List<Entry> read(String topic, UUID id, int count) {
		try (RecordedTopic records = new RecordedTopic(stack.broker().bootstrapServers(), topic)) {
			return records.await(id.toString(), count);
		}
	}

	/**
	 * Waits until nothing waits; then every event that a document counts must lie on both
	 * topics.
	 */
	private static void assertAllArrivedInOrder(List<UUID> ids) {
		await().until(() -> mongo.count(Query.query(Criteria.where("outDue").exists(true)), "parcels") == 0);
		for (String topic : List.of("candidate-events", "candidate-state")) {
			try (RecordedTopic records = new RecordedTopic(stack.broker().bootstrapServers(), topic)) {
				List<Entry> all = records.entries();
				ids.forEach((id) -> assertThat(sequences(all, id).distinct()).as(topic)
					.containsExactlyElementsOf(
							LongStream.rangeClosed(1, document(id).getInteger("place") + 1).boxed().toList()));
			}
		}
	}

	private static Stream<Long> sequences(List<Entry> entries, UUID id) {
		return entries.stream()
			.filter((entry) -> id.toString().equals(entry.key()))
			.map((entry) -> Long.valueOf(entry.header("ce_sequence")));
	}

	@Test
	void anEventIsACloudEvent() {
		Instant before = Instant.now();
		UUID id = insert();
		Entry entry = read("candidate-events", id, 1).getFirst();
		assertThat(entry.headers()).containsEntry("ce_specversion", "1.0")
			.containsEntry("ce_source", "/parcel-service")
			.containsEntry("ce_type", "recruitment.parcel.packed.v1")
			.containsEntry("ce_subject", id.toString())
			.containsEntry("ce_sequence", "0000000000000000001")
			.containsEntry("ce_dataschema",
					"https://contracts.recruitment.example/parcel-service/parcel.packed.v1.schema.json")
			.containsEntry("content-type", "application/json")
			.containsOnlyKeys("ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time", "ce_subject", "ce_sequence",
					"ce_dataschema", "content-type");
		assertThat(UUID.fromString(entry.header("ce_id")).version()).isEqualTo(7);
		assertThat(Instant.parse(entry.header("ce_time"))).isBetween(before.minusMillis(1), Instant.now());
		assertThat(entry.text()).isEqualTo("{\"id\":\"%s\",\"label\":\"fragile\"}".formatted(id));
		assertThat(read("candidate-state", id, 1).getFirst().headers()).isEqualTo(entry.headers());
	}

	@Test
	void anEventMayHaveAKeyOfItsOwn() {
		UUID id = insert();
		UUID about = UuidCreator.getTimeOrderedEpoch();
		outbox.append(Parcel.class, id, (parcel) -> List.of(new ParcelEvent.Seen(about.toString(), 3)));
		Entry entry = read("candidate-events", about, 1).getFirst();
		assertThat(entry.headers()).containsEntry("ce_subject", id.toString())
			.containsEntry("ce_sequence", "0000000000000000002");
		assertThat(entry.text()).isEqualTo("{\"at\":3}");
	}

	@Test
	void writersSideBySideKeepEachAggregatesOrder() throws Exception {
		List<UUID> ids = Stream.generate(OutboxBrokerIT::insert).limit(10).toList();
		List<Future<?>> writers = new ArrayList<>();
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			for (UUID id : ids) {
				writers.add(executor.submit(() -> LongStream.range(0, 9).forEach((n) -> move(id))));
			}
		}
		for (Future<?> writer : writers) {
			writer.get();
		}
		assertAllArrivedInOrder(ids);
	}

	@Test
	@Tag("long")
	void writersDoNotNoticeThatTheBrokerIsAwayAndEverythingArrivesLater() {
		List<UUID> ids = new ArrayList<>(List.of(insert()));
		stack.broker().kill();
		long slowest = 0;
		for (int i = 0; i < 100; i++) {
			long start = System.nanoTime();
			ids.add(insert());
			slowest = Math.max(slowest, System.nanoTime() - start);
		}
		await().until(service.getBean(Breaker.class)::isOpen);
		ids.add(insert());
		try (ConfigurableApplicationContext late = startService()) {
			Parcel parcel = new Parcel(UuidCreator.getTimeOrderedEpoch(), "late");
			ids.add(late.getBean(Outbox.class).insert(parcel, parcel.packed()).id());
		}
		ids.forEach(OutboxBrokerIT::move);
		stack.broker().start();
		assertAllArrivedInOrder(ids);
		assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(1));
	}

	@Test
	void whatADeathBetweenAcknowledgementAndPruneLeavesIsSentAgainAsACopy() {
		UUID id = insert();
		await().until(() -> document(id).getLong("outHead") == 1);
		Document last = document(id).get("outLast", Document.class);
		last.remove("s");
		last.put("to", List.of("candidate-events", "candidate-state"));
		mongo.updateFirst(byId(id), Update.update("out", List.of(last)).set("outHead", 0L).set("outDue", new Date(0)),
				"parcels");
		List<Entry> copies = read("candidate-events", id, 2);
		assertThat(copies).hasSize(2);
		assertThat(new HashSet<>(copies.stream().map(Entry::headers).toList())).hasSize(1);
		assertThat(new HashSet<>(copies.stream().map(Entry::text).toList())).hasSize(1);
	}

	@Test
	void anEventThatIsTooLargeStopsOnlyItsAggregate() {
		Parcel huge = new Parcel(UuidCreator.getTimeOrderedEpoch(), "x".repeat(2_000_000));
		outbox.insert(huge, huge.packed());
		await().until(() -> "RecordTooLargeException".equals(document(huge.id()).get("outErr")));
		UUID other = insert();
		assertThat(read("candidate-events", other, 1)).hasSize(1);
		mongo.remove(byId(huge.id()), "parcels");
	}

	private static Document document(UUID id) {
		return Objects.requireNonNull(mongo.getCollection("parcels").find(new Document("_id", id.toString())).first());
	}

	private static Query byId(UUID id) {
		return Query.query(Criteria.where("_id").is(id.toString()));
	}

	@EnableAutoConfiguration
	static class Service {

	}

}
