package recruitment.local.show;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EventsTests {

	private final Events events = new Events(Path.of("..", "contracts"));

	@Test
	void aTableTellsTypesTopicsOwnersAndConsumers() {
		assertThat(this.events.text().lines())
			.anySatisfy((line) -> assertThat(line.split(" {2,}")).containsExactly("recruitment.booking.cancelled.v1",
					"booking-events", "booking-service", "candidate-service, notification-service"));
	}

	@Test
	void thePageIsNotStale() throws Exception {
		assertThat(Files.readString(Path.of("..", "docs", "events.md")))
			.as("stale; write it: infra/recruit events --markdown > infra/docs/events.md")
			.isEqualTo(this.events.markdown());
	}

}
