package recruitment.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recruitment.local.Part;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Parts are stopped, killed and frozen under a trickle of bookings; afterwards nothing is
 * missing and nothing is double.
 */
@Tag("long")
class OutagesIT {

	private static final int PER_SECOND = 20;

	private static World world;

	@BeforeAll
	static void start() {
		world = World.started();
		trickle("warm", Duration.ofSeconds(10));
	}

	@AfterAll
	static void end() {
		if (world != null) {
			world.close();
		}
	}

	@Test
	void bookingsAreTakenAtTheSamePaceWhileKafkaIsStoppedAndAllArriveAfterwards() {
		List<World.Accepted> before = trickle("before", Duration.ofSeconds(20));
		List<World.Accepted> during;
		world.stack().broker().stop();
		try {
			during = trickle("during", Duration.ofSeconds(20));
		}
		finally {
			world.stack().broker().start();
		}
		Duration usual = Trickle.p99(before);
		Duration withoutKafka = Trickle.p99(during);
		System.err.printf("p99 of booking: %d ms with Kafka, %d ms without%n", usual.toMillis(),
				withoutKafka.toMillis());
		holdsFor(join(before, during));
		assertThat(withoutKafka).satisfiesAnyOf((p99) -> assertThat(p99).isLessThanOrEqualTo(usual.multipliedBy(2)),
				(p99) -> assertThat(p99).isLessThanOrEqualTo(Duration.ofMillis(50)));
	}

	@Test
	void servicesStartedWhileKafkaIsStoppedTakeBookingsAndJoinLater() {
		List<Part> services = List.of(world.stack().service("booking"), world.stack().service("candidate"),
				world.stack().service("notification"));
		services.parallelStream().forEach(Part::stop);
		world.stack().broker().stop();
		List<World.Accepted> accepted;
		try {
			services.parallelStream().forEach(Part::start);
			accepted = trickle("alone", Duration.ofSeconds(3));
		}
		finally {
			world.stack().broker().start();
		}
		holdsFor(accepted);
	}

	@ParameterizedTest
	@ValueSource(strings = { "booking", "candidate", "notification" })
	void aKilledServiceLosesNothingAndDoublesNothing(String service) {
		Part victim = world.stack().service(service);
		try (Trickle trickle = Trickle.start(world, "kill-" + service, PER_SECOND, 400)) {
			pause(Duration.ofSeconds(3));
			victim.kill();
			pause(Duration.ofSeconds(1));
			victim.start();
			pause(Duration.ofSeconds(3));
			holdsFor(trickle.finish());
		}
	}

	@Test
	void aKilledStoreKeepsWhatWasAcknowledged() {
		try (Trickle trickle = Trickle.start(world, "store", PER_SECOND, 400)) {
			pause(Duration.ofSeconds(3));
			world.stack().store().kill();
			pause(Duration.ofSeconds(2));
			world.stack().store().start();
			pause(Duration.ofSeconds(3));
			holdsFor(trickle.finish());
		}
	}

	@Test
	void aFrozenStoreIsAnAnswerAndLosesNothing() {
		UUID evening = world.newEvening(5);
		try (Trickle trickle = Trickle.start(world, "frozen", PER_SECOND, 400)) {
			pause(Duration.ofSeconds(3));
			world.stack().store().freeze();
			try {
				long asked = System.nanoTime();
				Api.Answer answer = world.tryToBook(evening, UUID.randomUUID().toString(), "Kim", "kim@example.org");
				assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(3));
				assertThat(answer.status()).isEqualTo(503);
				assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 3);
				pause(Duration.ofSeconds(2));
			}
			finally {
				world.stack().store().thaw();
			}
			pause(Duration.ofSeconds(3));
			holdsFor(trickle.finish());
		}
	}

	@Test
	void everyRecordDeliveredTwiceChangesNothing() throws Exception {
		List<World.Accepted> accepted = trickle("twice", Duration.ofSeconds(3));
		holdsFor(accepted);
		List<Part> consumers = List.of(world.stack().service("candidate"), world.stack().service("notification"));
		List<Document> records = withoutWriteCounts(world.documents("candidate", "candidates"));
		List<Document> intents = world.documents("notification", "intents");
		int mails = world.inbox().get("/api/messages").json().size();

		consumers.parallelStream().forEach(Part::stop);
		rewind("candidate-service", "notification-service");
		consumers.parallelStream().forEach(Part::start);
		await("every record heard again").atMost(Duration.ofMinutes(2))
			.until(() -> lag("candidate-service") + lag("notification-service") == 0);

		holdsFor(accepted);
		assertThat(withoutWriteCounts(world.documents("candidate", "candidates"))).isEqualTo(records);
		assertThat(world.documents("notification", "intents")).isEqualTo(intents);
		assertThat(world.inbox().get("/api/messages").json().size()).isEqualTo(mails);
	}

	@Test
	void noConfirmationArrivesAfterTheCancellation() {
		UUID evening = world.newEvening(5);
		world.stack().mail().stop();
		World.Accepted booked;
		try {
			booked = world.book(evening, "Robin Late", "robin@example.org", Duration.ofSeconds(5));
			await().until(() -> messages(booked).toString().contains("confirmation"));
			assertThat(world.eventsDesk().post("/api/bookings/" + booked.id() + "/cancel").status()).isEqualTo(200);
			await().until(() -> messages(booked).toString().contains("cancellation"));
		}
		finally {
			world.stack().mail().start();
		}
		List<JsonNode> arrived = await("the cancellation").atMost(Duration.ofSeconds(90))
			.until(() -> world.mailsTo("robin@example.org"), (mails) -> !mails.isEmpty());
		assertThat(arrived).singleElement()
			.extracting((mail) -> mail.path("subject").asString(""))
			.asString()
			.containsIgnoringCase("cancelled");
		assertThat(messages(booked).toString()).contains("SUPERSEDED");
	}

	private static List<World.Accepted> trickle(String mark, Duration time) {
		try (Trickle trickle = Trickle.start(world, mark, PER_SECOND, 1000)) {
			pause(time);
			return trickle.finish();
		}
	}

	private static void holdsFor(List<World.Accepted> accepted) {
		assertThat(accepted).isNotEmpty();
		new Invariants(world).holdFor(accepted);
	}

	private static JsonNode messages(World.Accepted booked) {
		return world.notification().get("/api/messages?reference=" + booked.reference()).json();
	}

	private static <T> List<T> join(List<T> first, List<T> second) {
		List<T> all = new ArrayList<>(first);
		all.addAll(second);
		return all;
	}

	/** Lets the bookings flow for a while. */
	private static void pause(Duration time) {
		await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
	}

	private static List<Document> withoutWriteCounts(List<Document> documents) {
		documents
			.forEach((document) -> document.keySet().removeIf((field) -> field.equals("v") || field.startsWith("out")));
		return documents;
	}

	private static Admin admin() {
		return Admin.create(Map.of("bootstrap.servers", world.stack().broker().bootstrapServers()));
	}

	private static void rewind(String... groups) throws Exception {
		try (Admin admin = admin()) {
			for (String group : groups) {
				Map<TopicPartition, OffsetAndMetadata> earliest = committed(admin, group).keySet()
					.stream()
					.collect(Collectors.toMap((partition) -> partition, (partition) -> new OffsetAndMetadata(0)));
				assertThat(earliest).isNotEmpty();
				await("the group is empty").atMost(Duration.ofSeconds(60))
					.ignoreExceptions()
					.untilAsserted(
							() -> admin.alterConsumerGroupOffsets(group, earliest).all().get(10, TimeUnit.SECONDS));
			}
		}
	}

	private static long lag(String group) throws Exception {
		try (Admin admin = admin()) {
			Map<TopicPartition, OffsetAndMetadata> committed = committed(admin, group);
			var ends = admin
				.listOffsets(committed.keySet()
					.stream()
					.collect(Collectors.toMap((partition) -> partition, (partition) -> OffsetSpec.latest())))
				.all()
				.get(10, TimeUnit.SECONDS);
			return committed.entrySet()
				.stream()
				.mapToLong((entry) -> Objects.requireNonNull(ends.get(entry.getKey())).offset()
						- entry.getValue().offset())
				.sum();
		}
	}

	private static Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, String group)
			throws InterruptedException, ExecutionException, TimeoutException {
		return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get(10, TimeUnit.SECONDS);
	}

}
