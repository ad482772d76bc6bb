package recruitment.platform.event;

import org.junit.jupiter.api.Test;
import recruitment.platform.event.Topics.Topic;
import recruitment.platformtest.ContractVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class TopicsTests {

	@Test
	void theContractsTellOfTheseTopicsAndNoOthers() {
		assertThat(ContractVerifier.channels())
			.map((channel) -> new Topic(channel.topic(), channel.partitions(), channel.isCompacted()))
			.containsExactlyInAnyOrderElementsOf(Topics.all());
	}

}
