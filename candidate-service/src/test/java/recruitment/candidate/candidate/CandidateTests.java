package recruitment.candidate.candidate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import recruitment.candidate.candidate.Candidate.Booking;
import recruitment.candidate.candidate.Candidate.TimelineEntry;
import recruitment.platform.inbox.Incoming;
import recruitment.platform.privacy.Pii;

import static org.assertj.core.api.Assertions.assertThat;

class CandidateTests {

	private static final Heard BOOKING = Heard.of("Sam", "first");

	private static final Heard ANOTHER = Heard.of("Sam", "second");

	@Test
	void theFirstNewsOfAPersonOpensTheirRecord() {
		Candidate candidate = Candidate.open(BOOKING.confirmed(1, Duration.ZERO));

		assertThat(candidate.stage()).isEqualTo("interested");
		assertThat(candidate.openedAt()).isEqualTo(Heard.NOON);
		assertThat(candidate.bookings()).extracting(Booking::status).containsExactly("CONFIRMED");
		assertThat(candidate.timeline()).extracting(TimelineEntry::what).containsExactly("booking.confirmed");
		assertThat(candidate.opened().candidate().id()).isEqualTo(candidate.id());
	}

	@Test
	void onePersonHasOneRecordWhateverTheyBook() {
		assertThat(Candidate.open(ANOTHER.confirmed(1, Duration.ZERO)).id())
			.isEqualTo(Candidate.open(BOOKING.confirmed(1, Duration.ZERO)).id())
			.isNotEqualTo(Candidate.open(Heard.of("Alex", "first").confirmed(1, Duration.ZERO)).id());
	}

	@Test
	void aLaterEventTakesOverTheBooking() {
		Candidate candidate = Candidate.open(BOOKING.confirmed(1, Duration.ZERO));

		List<CandidateEvent> said = candidate.hear(BOOKING.cancelled(2, Duration.ofHours(1)));

		assertThat(said).singleElement().isInstanceOf(CandidateEvent.Updated.class);
		assertThat(candidate.bookings()).extracting(Booking::status).containsExactly("CANCELLED");
		assertThat(candidate.positionOf(BOOKING.booking())).isEqualTo(2);
		assertThat(candidate.timeline()).extracting(TimelineEntry::what)
			.containsExactly("booking.confirmed", "booking.cancelled");
	}

	@Test
	void aCopyChangesNothingAndSaysNothing() {
		Candidate candidate = Candidate.open(BOOKING.confirmed(1, Duration.ZERO));

		assertThat(candidate.hear(BOOKING.confirmed(1, Duration.ZERO))).isEmpty();
		assertThat(candidate.timeline()).hasSize(1);
	}

	@Test
	void anEventReplayedLateGoesToTheTimelineOnly() {
		Candidate candidate = Candidate.open(BOOKING.confirmed(1, Duration.ZERO));
		candidate.hear(BOOKING.cancelled(3, Duration.ofHours(2)));

		assertThat(candidate.hear(BOOKING.eveningChanged(2, Duration.ofHours(1)))).hasSize(1);

		assertThat(candidate.bookings()).extracting(Booking::status).containsExactly("CANCELLED");
		assertThat(candidate.timeline()).extracting(TimelineEntry::what)
			.containsExactly("booking.confirmed", "booking.evening-changed", "booking.cancelled");
	}

	@Test
	void thePersonIsAsTheNewestEventTellsWheneverItIsHeard() {
		Candidate candidate = Candidate.open(ANOTHER.confirmedWithPhone(1, Duration.ofHours(1), "01632 960002"));
		candidate.hear(BOOKING.confirmedWithPhone(1, Duration.ZERO, "01632 960001"));

		assertThat(candidate.person().phone()).isEqualTo(new Pii("01632 960002"));
		assertThat(candidate.openedAt()).isEqualTo(Heard.NOON);
	}

	@Test
	void theTimelineKeepsTheNewestHundred() {
		Candidate candidate = Candidate.open(BOOKING.confirmed(1, Duration.ZERO));
		for (int seq = 2; seq <= 130; seq++) {
			candidate.hear(BOOKING.eveningChanged(seq, Duration.ofMinutes(seq)));
		}

		assertThat(candidate.timeline()).hasSize(Candidate.TIMELINE);
		assertThat(candidate.timeline().getFirst().key()).endsWith(":31");
		assertThat(candidate.timeline().getLast().key()).endsWith(":130");
		assertThat(candidate.hear(BOOKING.confirmed(1, Duration.ZERO))).as("forgotten, and still known").isEmpty();
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void neitherOrderNorCopiesMatter(long seed) {
		Random random = new Random(seed);
		List<Incoming<BookingNews>> history = history(random);
		List<Incoming<BookingNews>> shuffled = new ArrayList<>(history);
		IntStream.range(0, random.nextInt(history.size()))
			.forEach((i) -> shuffled.add(history.get(random.nextInt(history.size()))));
		Collections.shuffle(shuffled, random);

		assertThat(fold(shuffled)).usingRecursiveComparison().isEqualTo(fold(history));
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void whatARecordTellsIsEnoughToGoOnFromIt(long seed) {
		Random random = new Random(seed);
		List<Incoming<BookingNews>> history = history(random);
		int told = 1 + random.nextInt(history.size());
		Candidate restored = Candidate.of(fold(history.subList(0, told)).opened());

		history.forEach(restored::hear);

		assertThat(restored).usingRecursiveComparison().isEqualTo(fold(history));
	}

	/**
	 * Several bookings of one person, their times at odds with their sequences now and
	 * then, as clocks are.
	 */
	private static List<Incoming<BookingNews>> history(Random random) {
		List<Incoming<BookingNews>> history = new ArrayList<>();
		for (int i = 0; i <= random.nextInt(4); i++) {
			Heard booking = Heard.of("Sam", "booking " + i);
			int length = 1 + random.nextInt(60);
			for (int seq = 1; seq <= length; seq++) {
				Duration at = Duration.ofMinutes(seq + random.nextInt(4));
				history.add((seq == 1) ? booking.confirmedWithPhone(seq, at, "01632 96000" + i)
						: (seq < length) ? booking.eveningChanged(seq, at) : booking.cancelled(seq, at));
			}
		}
		return history;
	}

	private static Candidate fold(List<Incoming<BookingNews>> history) {
		Candidate candidate = Candidate.open(history.getFirst());
		history.stream().skip(1).forEach(candidate::hear);
		return candidate;
	}

	static Stream<Long> seeds() {
		return Stream.iterate(1L, (seed) -> seed + 1).limit(300);
	}

}
