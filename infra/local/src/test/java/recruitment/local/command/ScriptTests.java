package recruitment.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code infra/recruit} itself, under every shell that is here. */
class ScriptTests {

	private static final String SCRIPT = Path.of("..", "recruit").toAbsolutePath().normalize().toString();

	private static final FileAttribute<?> PROGRAM = PosixFilePermissions
		.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "sh", "dash", "bash --posix", "busybox sh" })
	void everyShellUnderstandsIt(String shell) throws Exception {
		Shell.require(shell.split(" ")[0]);
		assertThat(run(Map.of(), words(shell, "help")).output()).contains("infra/recruit <verb>");
		assertThat(run(Map.of("JAVA25_HOME", jdk("25.0.1")), words(shell, "jdk")).output().strip())
			.isEqualTo(this.folder.resolve("jdk-25.0.1").toString());
	}

	/** On a copy, which looks for a JDK in no folder of the system. */
	@ParameterizedTest
	@ValueSource(strings = { "up", "doctor" })
	void withoutAJdkItSaysHowToGetOne(String verb) throws Exception {
		Path bare = Files.createDirectories(this.folder.resolve("clone/infra")).resolve("recruit");
		Files.writeString(bare, Files.readString(Path.of(SCRIPT)).replaceAll("/(usr|opt|home|Library)/", "/nowhere/"));
		Path tools = Files.createDirectories(this.folder.resolve("bin"));
		for (String tool : List.of("dirname", "readlink", "sed", "cat")) {
			Path file = Files.createFile(tools.resolve(tool), PROGRAM);
			Files.writeString(file, "#!/bin/sh\nexec " + Shell.path(tool) + " \"$@\"\n");
		}
		Shell.Result result = run(Map.of("PATH", tools.toString()), List.of(Shell.path("sh"), bare.toString(), verb));
		assertThat(result.status()).isOne();
		assertThat(result.output()).contains("A JDK 25 is needed", "sudo apt install openjdk-25", "JAVA25_HOME=");
	}

	/** Which shows as well that it needs nothing but a JDK. */
	@Test
	void theDoctorRunsBeforeAnythingIsBuilt() throws Exception {
		Shell.Result result = run(Map.of("JAVA25_HOME", System.getProperty("java.home"), "RECRUIT_DATA",
				this.folder + "/data", "HTTPS_PROXY", "http://127.0.0.1:1", "NO_PROXY", "", "JAVA_TOOL_OPTIONS",
				"-Duser.home=" + this.folder), words("sh", "doctor"));
		assertThat(result.output()).contains("ok     JDK", "wrong  proxy", "unset HTTPS_PROXY", "In the way: ");
		assertThat(result.status()).isOne();
		assertThat(this.folder.resolve("data")).doesNotExist();
	}

	@Test
	void anOlderOrBrokenJdkIsPassedBy() throws Exception {
		Path broken = Files.createDirectories(this.folder.resolve("broken"));
		Shell.Result result = run(Map.of("JAVA25_HOME", broken.toString(), "JAVA_HOME", jdk("17.0.15")),
				words("sh", "jdk"));
		assertThat(result.output()).doesNotContain("broken", "jdk-17");
	}

	@Test
	void theLongSupportedJdkIsTakenBeforeANewerOne() throws Exception {
		Files.createDirectories(this.folder.resolve(".jdks"));
		Files.move(Path.of(jdk("25.0.9")), this.folder.resolve(".jdks/temurin-25"));
		Shell.Result result = run(Map.of("JAVA_HOME", jdk("26")), words("sh", "jdk"));
		assertThat(result.output()).doesNotContain("jdk-26").doesNotContain("trying");
	}

	@Test
	void anUnknownVerbIsRefusedWithTheHelp() throws Exception {
		Shell.Result result = run(Map.of(), words("sh", "fly"));
		assertThat(result.status()).isEqualTo(1);
		assertThat(result.output()).contains("There is no verb fly", "infra/recruit <verb>");
	}

	private static List<String> words(String shell, String verb) {
		List<String> words = new ArrayList<>(List.of(shell.split(" ")));
		words.addAll(List.of(SCRIPT, verb));
		return words;
	}

	private Shell.Result run(Map<String, String> environment, List<String> command) throws Exception {
		return Shell.run(this.folder, environment, command);
	}

	/** A folder that looks like a JDK. */
	private String jdk(String version) throws IOException {
		Path jdk = this.folder.resolve("jdk-" + version);
		Path bin = Files.createDirectories(jdk.resolve("bin"));
		Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
		Files.createFile(bin.resolve("javac"), PROGRAM);
		return jdk.toString();
	}

}
