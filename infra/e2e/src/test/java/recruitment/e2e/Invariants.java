package recruitment.e2e;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bson.Document;
import recruitment.platformtest.RecordedTopic;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What must hold once everything has come to rest: infra/docs/protocols.md, section 5.
 */
final class Invariants {

	private static final Duration REST = Duration.ofSeconds(120);

	private final World world;

	Invariants(World world) {
		this.world = world;
	}

	/**
	 * Every accepted booking has its events, one record and one message; nothing is left
	 * to do.
	 */
	void holdFor(List<World.Accepted> accepted) {
		await("rest").atMost(REST).pollInterval(Duration.ofSeconds(1)).untilAsserted(this::nothingIsPending);
		eventsAreCompleteAndInOrder(accepted);
		await("messages").atMost(REST)
			.pollInterval(Duration.ofSeconds(1))
			.untilAsserted(() -> oneMessageEach(accepted));
		await("records").atMost(REST).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> oneRecordEach(accepted));
		ledgersAddUp();
		await("state").atMost(REST).pollInterval(Duration.ofSeconds(1)).untilAsserted(this::newestStateIsOnTheTopic);
	}

	/** I5 and I6. */
	private void nothingIsPending() {
		aggregates().forEach((document) -> {
			assertThat(document.getList("out", Object.class, List.of())).as("pending of %s", document.get("_id"))
				.isEmpty();
			assertThat(document.get("outDue")).isNull();
		});
		assertThat(this.world.documents("notification", "intents")).extracting((intent) -> intent.getString("status"))
			.isSubsetOf("SENT", "SUPERSEDED", "HELD", "FAILED");
	}

	private Stream<Document> aggregates() {
		return Stream
			.of(this.world.documents("booking", "bookings"), this.world.documents("booking", "evenings"),
					this.world.documents("candidate", "candidates"), this.world.documents("notification", "intents"))
			.flatMap(List::stream);
	}

	/** I1 and I2, for the bookings. */
	private void eventsAreCompleteAndInOrder(List<World.Accepted> accepted) {
		Map<String, TreeMap<String, Set<String>>> byBooking = new HashMap<>();
		try (RecordedTopic topic = this.world.topic("booking-events")) {
			for (RecordedTopic.Entry entry : topic.entries()) {
				TreeMap<String, Set<String>> heard = byBooking.computeIfAbsent(String.valueOf(entry.key()),
						(any) -> new TreeMap<>());
				String sequence = entry.header("ce_sequence");
				if (!heard.containsKey(sequence)) {
					assertThat(Long.parseLong(sequence)).as("first occurrences of %s", entry.key())
						.isEqualTo(heard.size() + 1L);
				}
				heard.computeIfAbsent(sequence, (any) -> new HashSet<>()).add(entry.header("ce_id") + entry.text());
			}
		}
		byBooking.forEach((booking, heard) -> heard
			.forEach((sequence, copies) -> assertThat(copies).as("copies of %s %s", booking, sequence).hasSize(1)));
		assertThat(byBooking.keySet())
			.containsAll(accepted.stream().map((booking) -> booking.id().toString()).toList());
	}

	/**
	 * I7: a second copy only for an intent that is counted uncertain, and with the same
	 * Message-ID.
	 */
	private void oneMessageEach(List<World.Accepted> accepted) {
		Map<String, List<Document>> intents = this.world.documents("notification", "intents")
			.stream()
			.collect(Collectors.groupingBy((intent) -> intent.getString("_id")));
		Map<String, Long> arrived = new HashMap<>();
		for (JsonNode mail : this.world.inbox().get("/api/messages").json()) {
			arrived.merge(mail.path("messageId").asString(), 1L, Long::sum);
		}
		for (World.Accepted booking : accepted) {
			Document intent = intents.getOrDefault(booking.id() + ":1:confirmation", List.of(new Document()))
				.getFirst();
			assertThat(intent.getString("status")).as("confirmation of %s", booking.reference()).isEqualTo("SENT");
			boolean uncertain = intent.getInteger("uncertain", 0) > 0;
			Long copies = arrived.remove(intent.getString("messageId"));
			assertThat(copies).as("copies of %s", booking.reference())
				.isNotNull()
				.satisfiesAnyOf((count) -> assertThat(count).isEqualTo(1L), (count) -> assertThat(uncertain).isTrue());
		}
	}

	/** I3: one record for each person, with each booking once. */
	private void oneRecordEach(List<World.Accepted> accepted) {
		Map<String, List<String>> recordsByBooking = new HashMap<>();
		for (Document candidate : this.world.documents("candidate", "candidates")) {
			for (Document booking : candidate.getList("bookings", Document.class)) {
				recordsByBooking.computeIfAbsent(booking.getString("reference"), (any) -> new java.util.ArrayList<>())
					.add(candidate.getString("_id"));
			}
		}
		for (World.Accepted booking : accepted) {
			assertThat(recordsByBooking.get(booking.reference())).as("records of %s", booking.reference()).hasSize(1);
		}
	}

	/** I4. */
	private void ledgersAddUp() {
		Map<String, Set<String>> confirmed = this.world.documents("booking", "bookings")
			.stream()
			.filter((booking) -> "CONFIRMED".equals(booking.getString("status")))
			.collect(Collectors.groupingBy((booking) -> booking.get("evening", Document.class).getString("_id"),
					Collectors.mapping((booking) -> booking.getString("_id"), Collectors.toSet())));
		for (Document ledger : this.world.documents("booking", "ledgers")) {
			List<Document> seats = ledger.getList("seats", Document.class, List.of());
			assertThat(ledger.getInteger("free") + seats.size()).isEqualTo(ledger.getInteger("capacity"));
			assertThat(seats).extracting((seat) -> seat.getString("c")).doesNotHaveDuplicates();
			assertThat(seats).extracting((seat) -> seat.getString("b"))
				.containsExactlyInAnyOrderElementsOf(confirmed.getOrDefault(ledger.getString("_id"), Set.of()));
		}
	}

	/** I5, for the compacted topic: the last record of a key is the database's newest. */
	private void newestStateIsOnTheTopic() {
		Map<String, Long> last = new HashMap<>();
		try (RecordedTopic topic = this.world.topic("candidate-state")) {
			topic.entries()
				.forEach((entry) -> last.put(String.valueOf(entry.key()), Long.parseLong(entry.header("ce_sequence"))));
		}
		Map<String, Long> heads = this.world.documents("candidate", "candidates")
			.stream()
			.collect(Collectors.toMap((candidate) -> candidate.getString("_id"),
					(candidate) -> candidate.get("outHead", Number.class).longValue()));
		assertThat(last).isEqualTo(heads);
	}

}
