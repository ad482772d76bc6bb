package recruitment.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import recruitment.platformtest.RecordedTopic;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Measures, and asserts no time: how long after a booking is accepted its mail lies at
 * the catcher. So many bookings from one machine pass because {@link World} raises the
 * limits of the public form.
 */
@Tag("measure")
class PaceIT {

	private static final int PER_SECOND = 50;

	private static final Duration TIME = Duration.ofSeconds(20);

	@Test
	void mailFollowsTheBooking() {
		try (World world = World.started()) {
			new Invariants(world).holdFor(book(world, "warm"));
			List<World.Accepted> accepted = book(world, "pace");
			new Invariants(world).holdFor(accepted);
			List<Duration> delays = delays(world, accepted);
			System.err.printf(
					"%d bookings at %d/s, accepted until mail at the catcher: p50 %d ms, p99 %d ms, longest %d ms%n",
					delays.size(), PER_SECOND, delays.get(delays.size() / 2).toMillis(),
					delays.get(delays.size() * 99 / 100).toMillis(), delays.getLast().toMillis());
		}
	}

	private static List<World.Accepted> book(World world, String mark) {
		try (Trickle trickle = Trickle.start(world, mark, PER_SECOND, PER_SECOND * (int) TIME.toSeconds())) {
			await().pollDelay(TIME).atMost(TIME.plusSeconds(5)).until(() -> true);
			return trickle.finish();
		}
	}

	private static List<Duration> delays(World world, List<World.Accepted> accepted) {
		Map<String, Instant> decided = new HashMap<>();
		try (RecordedTopic topic = world.topic("booking-events")) {
			topic.entries()
				.forEach((entry) -> decided.put(String.valueOf(entry.key()), Instant.parse(entry.header("ce_time"))));
		}
		Map<String, String> bookings = new HashMap<>();
		for (Document intent : world.documents("notification", "intents")) {
			bookings.put(intent.getString("messageId"), intent.getString("booking"));
		}
		Map<String, Instant> arrived = new HashMap<>();
		for (JsonNode mail : world.inbox().get("/api/messages").json()) {
			arrived.put(bookings.get(mail.path("messageId").asString()),
					Instant.parse(mail.path("receivedAt").asString()));
		}
		assertThat(arrived.keySet()).containsAll(accepted.stream().map((booking) -> booking.id().toString()).toList());
		return accepted.stream()
			.map((booking) -> booking.id().toString())
			.map((id) -> Duration.between(decided.get(id), arrived.get(id)))
			.sorted()
			.toList();
	}

}
