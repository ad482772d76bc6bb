package recruitment.local.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Runs programs for tests of shell scripts. */
final class Shell {

	private Shell() {
	}

	/** Without the Java of this process in its environment. */
	static Result run(Path home, Map<String, String> environment, List<String> command) throws Exception {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().keySet().removeIf((name) -> name.startsWith("JAVA"));
		builder.environment().put("HOME", home.toString());
		builder.environment().putAll(environment);
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return new Result(process.waitFor(), output);
	}

	/**
	 * Where it is missing the test is listed as not run; in continuous integration it
	 * fails.
	 */
	static void require(String tool) throws Exception {
		boolean here = !path(tool).isEmpty();
		if ("true".equals(System.getenv("CI"))) {
			assertThat(here).as("%s on the PATH", tool).isTrue();
		}
		assumeTrue(here, "not run: there is no %s on the PATH".formatted(tool));
	}

	/** Where a program is; empty if it is not on the PATH. */
	static String path(String program) throws Exception {
		Process process = new ProcessBuilder("sh", "-c", "command -v " + program).start();
		return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
	}

	record Result(int status, String output) {
	}

}
