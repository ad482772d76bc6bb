package recruitment.booking.booking;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import recruitment.booking.ServiceIT;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Each request to book is counted once. */
class BookingMeterIT extends ServiceIT {

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private Bookings bookings;

	private Map<String, Integer> before = Map.of();

	@BeforeEach
	void read() {
		this.before = counts();
	}

	@Test
	void requestsThatAreDecidedCountByTheDecision() {
		UUID evening = evening(1);
		String key = key();
		book(evening, key, person("Sam"));
		book(evening, key, person("Sam"));
		book(evening, key(), person("Sam"));
		book(evening, key(), person("Kim"));
		book(evening, key, person("Kim"));
		this.bookings.abandon(UuidCreator.getNameBasedSha1(evening, "given-up-by-the-service"));
		book(evening, "given-up-by-the-service", person("Kim"));
		counted(Map.of("api accepted", 1, "api replayed", 1, "api duplicate", 1, "api full", 1, "api invalid", 1,
				"api limited", 1));
	}

	@Test
	void requestsThatCannotBeAcceptedAreInvalid() {
		UUID evening = evening(1);
		book(evening, key(), "{");
		book(evening, key(), "{\"name\":\"Sam\"}");
		book(evening, key(), "{\"rank\":1}");
		book(evening, "short", person("Sam"));
		book(UUID.randomUUID(), key(), person("Sam"));
		post("/api/evenings/" + evening + "/bookings", "Sam", "Idempotency-Key", key(), "Content-Type", "text/plain");
		this.clock.pass(Duration.ofDays(15));
		book(evening, key(), person("Sam"));
		counted(Map.of("api invalid", 7));
	}

	@Test
	void formsCountToo() {
		UUID evening = evening(1);
		String path = "/evenings/" + slug(evening) + "/bookings";
		submit(path, "name=Sam");
		submit("/evenings/unknown/bookings", "name=Sam");
		submit(path, "name=Sam&email=sam%40example.org");
		submit(path, "name=Kim&email=sam%40example.org");
		counted(Map.of("web invalid", 2, "web accepted", 1, "web full", 1));
	}

	@Test
	void whatIsReadIsNotCounted() {
		UUID evening = evening(1);
		get("/api/evenings/" + evening + "/bookings?page=-1");
		book(evening, key(), person("Sam"));
		counted(Map.of("api accepted", 1));
	}

	/** A request is counted after it was answered. */
	private void counted(Map<String, Integer> expected) {
		Awaitility.await().untilAsserted(() -> {
			Map<String, Integer> more = counts();
			this.before.forEach((outcome, count) -> more.merge(outcome, -count, Integer::sum));
			more.values().removeIf((count) -> count == 0);
			assertThat(more).isEqualTo(expected);
		});
	}

	private Map<String, Integer> counts() {
		Map<String, Integer> counts = new TreeMap<>();
		for (Counter counter : this.meters.find("recruit.bookings").counters()) {
			counts.put(counter.getId().getTag("channel") + " " + counter.getId().getTag("outcome"),
					(int) counter.count());
		}
		return counts;
	}

}
