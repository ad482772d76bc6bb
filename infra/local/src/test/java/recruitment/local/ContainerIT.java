package recruitment.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import recruitment.local.broker.BrokerMain;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The life of a container, with a program in place of its engine that notes each call.
 */
@Tag("long")
class ContainerIT {

	@TempDir
	Path folder;

	@Test
	void aBrokerInAContainerStartsEndsAndLeavesNothing() throws Exception {
		Path engine = this.folder.resolve("docker");
		LocalStack stack = LocalStack.in(this.folder.resolve("data"))
			.freePorts()
			.given(Given.in(Map.of("RECRUIT_CONTAINERS", engine.toString())))
			.build();
		Broker broker = stack.broker();
		writeEngine(engine, broker.ports());
		try (stack) {
			broker.start();
			ProcessHandle program = ProcessHandle.of(broker.pid()).orElseThrow().children().findFirst().orElseThrow();
			broker.stop();
			assertThat(program.onExit()).succeedsWithin(Duration.ofSeconds(5));

			broker.start();
			broker.kill();
		}
		List<String> calls = Files.readAllLines(this.folder.resolve("docker.calls"))
			.stream()
			.map((call) -> call.replaceFirst("recruit-broker-\\w+", "NAME"))
			.map((call) -> call.startsWith("run ") ? "run" : call)
			.toList();
		String image = "image inspect docker.io/apache/kafka:4.2.1";
		assertThat(calls).containsSequence("rm --force NAME", image, "run", "rm --force NAME", "rm --force NAME", image,
				"run", "rm --force NAME");
	}

	private void writeEngine(Path file, List<Integer> ports) throws Exception {
		String broker = "'%s' -Xmx256m -cp '%s' %s --port %d --controller %d --data '%s'".formatted(
				Path.of(System.getProperty("java.home"), "bin", "java"), System.getProperty("java.class.path"),
				BrokerMain.class.getName(), ports.getFirst(), ports.getLast(), this.folder.resolve("kafka"));
		Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		Files.writeString(file, """
				#!/bin/sh
				echo "$*" >> "$0.calls"
				if [ "$1" = run ]; then exec %s; fi
				""".formatted(broker));
	}

}
