package recruitment.local.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** {@code infra/recruit} itself, under every shell that is here. */
class ScriptTests {

	private static final String SCRIPT = Path.of("..", "recruit").toAbsolutePath().normalize().toString();

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "sh", "dash", "bash --posix", "busybox sh" })
	void everyShellUnderstandsIt(String shell) throws Exception {
		require(shell.split(" ")[0]);
		assertThat(run(Map.of(), words(shell, "help")).output()).contains("infra/recruit <verb>");
		assertThat(run(Map.of("JAVA25_HOME", jdk("25.0.1")), words(shell, "jdk")).output().strip())
			.isEqualTo(this.folder.resolve("jdk-25.0.1").toString());
	}

	@Test
	void shellcheckFindsNothing() throws Exception {
		require("shellcheck");
		Result result = run(Map.of(), List.of("shellcheck", SCRIPT));
		assertThat(result.output()).isEmpty();
		assertThat(result.status()).isZero();
	}

	@Test
	void anOlderOrBrokenJdkIsPassedBy() throws Exception {
		Path broken = Files.createDirectories(this.folder.resolve("broken"));
		Result result = run(Map.of("JAVA25_HOME", broken.toString(), "JAVA_HOME", jdk("17.0.15")), words("sh", "jdk"));
		assertThat(result.output()).doesNotContain("broken", "jdk-17");
	}

	@Test
	void theLongSupportedJdkIsTakenBeforeANewerOne() throws Exception {
		Files.createDirectories(this.folder.resolve(".jdks"));
		Files.move(Path.of(jdk("25.0.9")), this.folder.resolve(".jdks/temurin-25"));
		Result result = run(Map.of("JAVA_HOME", jdk("26")), words("sh", "jdk"));
		assertThat(result.output()).doesNotContain("jdk-26").doesNotContain("trying");
	}

	@Test
	void anUnknownVerbIsRefusedWithTheHelp() throws Exception {
		Result result = run(Map.of(), words("sh", "fly"));
		assertThat(result.status()).isEqualTo(1);
		assertThat(result.output()).contains("There is no verb fly", "infra/recruit <verb>");
	}

	private static List<String> words(String shell, String verb) {
		List<String> words = new ArrayList<>(List.of(shell.split(" ")));
		words.addAll(List.of(SCRIPT, verb));
		return words;
	}

	private Result run(Map<String, String> environment, List<String> command) throws Exception {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().keySet().removeIf((name) -> name.startsWith("JAVA"));
		builder.environment().put("HOME", this.folder.toString());
		builder.environment().putAll(environment);
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return new Result(process.waitFor(), output);
	}

	/**
	 * Where it is missing the test is listed as not run; in continuous integration it
	 * fails.
	 */
	private static void require(String tool) throws Exception {
		boolean here = isHere(tool);
		if ("true".equals(System.getenv("CI"))) {
			assertThat(here).as("%s on the PATH", tool).isTrue();
		}
		assumeTrue(here, "not run: there is no %s on the PATH".formatted(tool));
	}

	private static boolean isHere(String program) throws Exception {
		return new ProcessBuilder("sh", "-c", "command -v " + program + " >/dev/null").start().waitFor() == 0;
	}

	/** A folder that looks like a JDK. */
	private String jdk(String version) throws IOException {
		Path jdk = this.folder.resolve("jdk-" + version);
		Path bin = Files.createDirectories(jdk.resolve("bin"));
		Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
		Files.createFile(bin.resolve("javac"),
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
		return jdk.toString();
	}

	private record Result(int status, String output) {
	}

}
