package recruitment.platformtest;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitment.local.LocalStack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The sample consumers of infra/contracts/consumers end with what was told, and with
 * nothing of who was erased. Each test has a broker of its own.
 */
@Tag("long")
class HrConsumersIT {

	private static final Logger log = LoggerFactory.getLogger(HrConsumersIT.class);

	private static final Path CONSUMERS = Path.of("..", "contracts", "consumers").toAbsolutePath().normalize();

	private static final int KILLS = 100;

	@TempDir
	private Path folder;

	@Test
	void theJavaOneIsKilledAHundredTimesAndEndsEqualToTheSource() throws Exception {
		long seed = new Random().nextLong();
		log.info("seed {}", seed);
		Random random = new Random(seed);
		Path data = this.folder.resolve("hr-data");
		String classPath = compileJava();
		try (LocalStack stack = stack(); CandidateTopics source = source(stack, random, 100)) {
			int beginning = 0;
			for (int i = 0; i < KILLS; i++) {
				if (i % 10 == 0) {
					// as after a long absence
					Files.deleteIfExists(data.resolve("positions"));
				}
				Process consumer = startJava(classPath, stack, data);
				if (i % 2 == 1) {
					await().until(() -> output().contains(" candidates"));
				}
				long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(1500));
				while (System.nanoTime() < until) {
					source.step();
					consumer.waitFor(20, TimeUnit.MILLISECONDS);
				}
				assertThat(consumer.isAlive()).as("seed %d, run %d: %s", seed, i, output()).isTrue();
				consumer.destroyForcibly().waitFor();
				beginning += Files.exists(data.resolve("positions")) ? 0 : 1;
			}
			source.flush();
			log.info("killed {} times, {} of them while it began; {} candidates, {} erased", KILLS, beginning,
					source.newest().size(), source.erasedNames().size());
			Process consumer = startJava(classPath, stack, data);
			await().atMost(Duration.ofMinutes(1))
				// it may be putting away what it held
				.ignoreException(NoSuchFileException.class)
				.untilAsserted(() -> assertThat(kept(data)).as("seed %d", seed).isEqualTo(source.newest()));
			consumer.destroyForcibly().waitFor();
			assertThat(beginning).isBetween(1, KILLS - 1);
			assertThat(source.erasedNames()).isNotEmpty();
			assertThat(everything(data)).doesNotContain(source.erasedNames().toArray(String[]::new));
		}
	}

	@Test
	void theNodeOneEndsEqualToTheSource() throws Exception {
		Tool.require("node");
		String npm = Tool.require("npm").toString();
		Path copy = Files.createDirectory(this.folder.resolve("node"));
		for (String file : List.of("package.json", "package-lock.json", "hr-candidates.js")) {
			Files.copy(CONSUMERS.resolve("node").resolve(file), copy.resolve(file));
		}
		run(copy, List.of(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
		try (LocalStack stack = stack(); CandidateTopics source = source(stack, new Random(1), 1000)) {
			assertThat(
					lines(run(copy, List.of("node", "hr-candidates.js", stack.broker().bootstrapServers(), "--once"))))
				.isEqualTo(source.newest());
		}
	}

	@Test
	void theShellOneEndsEqualToTheSource() throws Exception {
		Tool.require("kcat");
		Tool.require("jq");
		try (LocalStack stack = stack(); CandidateTopics source = source(stack, new Random(1), 1000)) {
			assertThat(
					lines(run(CONSUMERS, List.of("sh", "shell/hr-candidates.sh", stack.broker().bootstrapServers()))))
				.isEqualTo(source.newest());
		}
	}

	private LocalStack stack() {
		LocalStack stack = LocalStack.in(this.folder.resolve("stack")).freePorts().build();
		stack.broker().start();
		return stack;
	}

	private static CandidateTopics source(LocalStack stack, Random random, int steps) throws Exception {
		CandidateTopics source = new CandidateTopics(stack.broker().bootstrapServers(), random);
		for (int i = 0; i < steps; i++) {
			source.step();
		}
		source.sayUnknown();
		source.flush();
		return source;
	}

	/** To the class path that the page names. */
	private String compileJava() throws Exception {
		String classPath = Files.readString(Path.of("..", "local", "target", "classpath")).strip();
		Path classes = this.folder.resolve("classes");
		run(CONSUMERS, List.of(java("javac"), "-Xlint:all", "-Werror", "-proc:none", "-cp", classPath, "-d",
				classes.toString(), "java/HrCandidates.java"));
		return classes + File.pathSeparator + classPath;
	}

	private Process startJava(String classPath, LocalStack stack, Path data) throws IOException {
		return new ProcessBuilder(java("java"), "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
				classPath, "HrCandidates", stack.broker().bootstrapServers(), data.toString())
			.redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("output").toFile())
			.start();
	}

	private static String java(String program) {
		return Path.of(System.getProperty("java.home"), "bin", program).toString();
	}

	private String output() throws IOException {
		return Files.readString(this.folder.resolve("output"));
	}

	/** The candidates in the folder of the Java one. */
	private static Map<String, JsonNode> kept(Path data) throws IOException {
		Map<String, JsonNode> kept = new TreeMap<>();
		try (Stream<Path> files = Files.list(data.resolve("candidates"))) {
			for (Path file : files.filter((name) -> name.toString().endsWith(".json")).toList()) {
				JsonNode candidate = JsonMapper.shared().readTree(Files.readAllBytes(file));
				if (!candidate.has("erased")) {
					kept.put(file.getFileName().toString().replace(".json", ""), candidate);
				}
			}
		}
		return kept;
	}

	private static String everything(Path data) throws IOException {
		StringBuilder everything = new StringBuilder();
		try (Stream<Path> files = Files.walk(data)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				everything.append(Files.readString(file)).append('\n');
			}
		}
		return everything.toString();
	}

	private static Map<String, JsonNode> lines(String output) {
		Map<String, JsonNode> candidates = new TreeMap<>();
		output.lines().forEach((line) -> {
			ObjectNode candidate = (ObjectNode) JsonMapper.shared().readTree(line);
			candidates.put(candidate.remove("id").asString(), candidate);
		});
		return candidates;
	}

	/** What a program says that ends well. */
	private String run(Path where, List<String> command) throws Exception {
		Path errors = this.folder.resolve("errors");
		Process process = new ProcessBuilder(command).directory(where.toFile()).redirectError(errors.toFile()).start();
		String output = new String(process.getInputStream().readAllBytes(), UTF_8);
		assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
		return output;
	}

}
