package recruitment.platform.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recruitment.platform.model.SeatLedgerModel.Variant;

import static org.assertj.core.api.Assertions.assertThat;

class SeatLedgerModelTests {

	/** Three persons for two seats; one with two keys against another; a lone replay. */
	@ParameterizedTest
	@CsvSource({ "2, 3, 1, 1, 1", "1, 2, 1, 2, 2", "1, 1, 2, 1, 1" })
	void noInterleavingAndNoDeathOversellsOrLosesASeat(int capacity, int persons, int keys, int replays, int cancels) {
		SeatLedgerModel model = new SeatLedgerModel(capacity, persons, keys, replays, Variant.SAFE);
		ModelChecker.Result result = model.explore(model.start(cancels));
		assertThat(result.violation()).as("after %s", result.way()).isNull();
		assertThat(result.atRest()).isPositive();
	}

	@Test
	void lettingNewcomersTakeAFreeSeatIsUnfairButSafe() {
		assertThat(explore(Variant.NEWCOMER_FIRST, 1).violation()).isNull();
	}

	@Test
	void countingSeatsWithoutHoldersIsFoundToOversell() {
		assertThat(explore(Variant.COUNTER_ONLY, 2).violation()).isEqualTo("more confirmed than seats");
	}

	@Test
	void guardingTheKeyAloneIsFoundToBookAPersonTwice() {
		assertThat(explore(Variant.NO_PERSON, 2).violation()).isEqualTo("one person holds two live bookings");
	}

	@Test
	void givingASeatBackBecauseItsBookingIsMissingIsFoundToSeatTwoPeople() {
		ModelChecker.Result result = explore(Variant.GIVE_BACK, 2);
		assertThat(result.violation()).isEqualTo("confirmed without a seat");
		assertThat(result.way()).hasSize(4);
	}

	private static ModelChecker.Result explore(Variant variant, int keys) {
		SeatLedgerModel model = new SeatLedgerModel(1, 2, keys, 1, variant);
		return model.explore(model.start(2));
	}

}
