package recruitment.platformtest;

import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class AsyncApiParserIT {

	private static final String SCRIPT = Path.of("..", "contracts", "check-asyncapi.sh").toString();

	/** Fetches the parser from its registry. */
	@Test
	@Tag("long")
	void theParserOfTheAsyncApiInitiativeUnderstandsWhatIsSaid() throws Exception {
		Tool.require("node");
		Tool.require("npm");
		Process check = new ProcessBuilder(SCRIPT).redirectErrorStream(true).start();
		String output = new String(check.getInputStream().readAllBytes(), UTF_8);
		assertThat(check.waitFor()).as(output).isZero();
		assertThat(output).contains("booking-service: 2 topics", "candidate-service: 2 topics",
				"notification-service: 1 topics");
	}

}
