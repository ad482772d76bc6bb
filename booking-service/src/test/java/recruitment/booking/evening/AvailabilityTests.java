package recruitment.booking.evening;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recruitment.booking.seating.SeatLedger;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitment.booking.evening.SomeEvening.NOW;
import static recruitment.booking.evening.SomeEvening.START;

class AvailabilityTests {

	@ParameterizedTest
	@CsvSource({ "80, 80, OPEN", "80, 9, OPEN", "80, 8, FEW", "80, 1, FEW", "80, 0, FULL", "3, 3, OPEN", "3, 2, OPEN",
			"3, 1, FEW", "3, 0, FULL", "1, 1, FEW" })
	void aTenthOfTheSeatsIsFew(int capacity, int free, Availability told) {
		assertThat(Availability.of(SomeEvening.published(), ledger(capacity, free), NOW)).isEqualTo(told);
	}

	@Test
	void outsideTheHoursItIsClosed() {
		assertThat(of(NOW.minusMillis(1))).isEqualTo(Availability.CLOSED);
		assertThat(of(NOW)).isEqualTo(Availability.OPEN);
		assertThat(of(START.minusMillis(1))).isEqualTo(Availability.OPEN);
		assertThat(of(START)).isEqualTo(Availability.CLOSED);
	}

	@Test
	void aCancelledEveningIsClosed() {
		Evening evening = SomeEvening.published();
		evening.cancel();
		assertThat(Availability.of(evening, ledger(80, 80), NOW)).isEqualTo(Availability.CLOSED);
	}

	private static Availability of(Instant now) {
		return Availability.of(SomeEvening.published(), ledger(80, 80), now);
	}

	private static SeatLedger ledger(int capacity, int free) {
		return new SeatLedger(SomeEvening.facts(1).id(), SeatLedger.State.OPEN, NOW, START, capacity, free, List.of(),
				List.of(), NOW, 1);
	}

}
