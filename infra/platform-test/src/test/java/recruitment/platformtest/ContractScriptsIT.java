package recruitment.platformtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ContractScriptsIT {

	private static final Path CONTRACTS = Path.of("..", "contracts");

	@Test
	void shellcheckFindsNothing() throws Exception {
		List<String> command = new ArrayList<>(List.of(Tool.require("shellcheck").toString()));
		try (Stream<Path> files = Files.walk(CONTRACTS)) {
			files.map(Path::toString)
				.filter((file) -> file.endsWith(".sh") && !file.contains("node_modules"))
				.forEach(command::add);
		}
		assertThat(run(command)).isEmpty();
	}

	/** Fetches the parser from its registry. */
	@Test
	@Tag("long")
	void theParserOfTheAsyncApiInitiativeUnderstandsWhatIsSaid() throws Exception {
		Tool.require("node");
		Tool.require("npm");
		assertThat(run(List.of(CONTRACTS.resolve("check-asyncapi.sh").toString())))
			.contains("booking-service: 2 topics", "candidate-service: 2 topics", "notification-service: 1 topics");
	}

	private static String run(List<String> command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		return output;
	}

}
