package recruitment.platform.model;

import org.junit.jupiter.api.Test;
import recruitment.platform.model.OutboxModel.Variant;

import static org.assertj.core.api.Assertions.assertThat;

class OutboxModelTests {

	@Test
	void noInterleavingAndNoFaultLosesReordersOrSkipsAnEvent() {
		ModelChecker.Result result = new OutboxModel(3, 2, Variant.SAFE).explore(OutboxModel.start(2));
		assertThat(result.violation()).as("after %s", result.way()).isNull();
		assertThat(result.states()).isGreaterThan(60_000);
		assertThat(result.atRest()).isGreaterThan(1_000);
	}

	@Test
	void threeRelaysDoNoHarmEither() {
		ModelChecker.Result result = new OutboxModel(2, 1, Variant.SAFE).explore(OutboxModel.start(3));
		assertThat(result.violation()).as("after %s", result.way()).isNull();
	}

	@Test
	void aRelayThatLostItsPruneLeavesTheNewestOnTop() {
		ModelChecker.Result result = new OutboxModel(3, 1, Variant.LOST_PRUNE_REPEATS_NEWEST)
			.explore(OutboxModel.start(2));
		assertThat(result.violation()).as("after %s", result.way()).isNull();
	}

	@Test
	void pipeliningIsFoundToReorder() {
		ModelChecker.Result result = new OutboxModel(3, 2, Variant.PIPELINED).explore(OutboxModel.start(2));
		assertThat(result.violation()).isEqualTo("first occurrences out of order");
		assertThat(result.way()).hasSize(4);
	}

	@Test
	void pruningWithoutComparingIsFoundToLose() {
		ModelChecker.Result result = new OutboxModel(3, 2, Variant.PRUNE_WITHOUT_COMPARING)
			.explore(OutboxModel.start(2));
		assertThat(result.violation()).isEqualTo("pruned, but never in the log");
	}

}
