package recruitment.local.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every shell script of the tree, found by its first line. */
class AllScriptsTests {

	private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

	private static final Set<String> NOT_OURS = Set.of(".git", ".recruit", "target", "node_modules");

	@TempDir
	Path home;

	@ParameterizedTest
	@MethodSource("scripts")
	void shellcheckFindsNothing(Path script) throws Exception {
		Shell.require("shellcheck");
		finds(List.of("shellcheck", script.toString()));
	}

	@ParameterizedTest
	@MethodSource("scripts")
	void theShellsOfItsFirstLineUnderstandIt(Path script) throws Exception {
		boolean plain = firstLine(script).equals("#!/bin/sh");
		for (String shell : plain ? List.of("dash", "busybox sh", "bash --posix") : List.of("bash")) {
			List<String> command = new ArrayList<>(List.of(shell.split(" ")));
			Shell.require(command.getFirst());
			command.addAll(List.of("-n", script.toString()));
			finds(command);
		}
	}

	private void finds(List<String> command) throws Exception {
		Shell.Result result = Shell.run(this.home, Map.of(), command);
		assertThat(result.output()).isEmpty();
		assertThat(result.status()).isZero();
	}

	static Stream<Path> scripts() throws IOException {
		List<Path> scripts = new ArrayList<>();
		Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
				return NOT_OURS.contains(folder.getFileName().toString()) ? FileVisitResult.SKIP_SUBTREE
						: FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				if (firstLine(file).matches("#!.*\\bsh|#!.*bash")) {
					scripts.add(file);
				}
				return FileVisitResult.CONTINUE;
			}
		});
		assertThat(scripts).contains(ROOT.resolve("infra/recruit"), ROOT.resolve(".ci/run"));
		return scripts.stream();
	}

	/** Of a file that may not be a text. */
	private static String firstLine(Path file) throws IOException {
		try (var input = Files.newInputStream(file)) {
			return new String(input.readNBytes(64), StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
		}
	}

}
