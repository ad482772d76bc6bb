package recruitment.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * The program of an application: its jar, unpacked once a build, and what the virtual
 * machine learned in a run of its own (JEP 514), with which later ones start in less than
 * half the time.
 */
final class ApplicationProgram {

	/**
	 * What was learned is used under equal flags alone, so these are the flags of every
	 * run. The first compiler alone is quicker to start and smaller, and fast enough for
	 * one machine.
	 */
	private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders",
			"-XX:ReservedCodeCacheSize=64m", "-Xss512k", "-XX:TieredStopAtLevel=1", "-Xlog:aot*=error",
			"--enable-native-access=ALL-UNNAMED");

	private final String folder;

	private final String name;

	/**
	 * @param folder of its build, seen from the root of the project
	 * @param name of its jar
	 */
	ApplicationProgram(String folder, String name) {
		this.folder = folder;
		this.name = name;
	}

	/** What follows {@code java}. */
	List<String> arguments() {
		Path learned = learned();
		List<String> arguments = new ArrayList<>(FLAGS);
		if (Files.exists(learned)) {
			arguments.add("-XX:AOTCache=" + learned);
		}
		arguments.addAll(List.of("-jar", jar(learned)));
		return arguments;
	}

	/** What follows {@code java} in a run that starts, notes how, and ends at once. */
	List<String> lesson() {
		Path learned = learned();
		List<String> arguments = new ArrayList<>(FLAGS);
		arguments.addAll(List.of("-XX:AOTCacheOutput=" + unfinished(learned), "-Dspring.context.exit=onRefresh", "-jar",
				jar(learned)));
		return arguments;
	}

	boolean isLearned() {
		return Files.exists(learned());
	}

	/**
	 * To be called after a lesson that ended well. What a killed one leaves is written
	 * over by the next.
	 */
	void keepLearned() {
		Path learned = learned();
		try {
			Files.move(unfinished(learned), learned, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path learned() {
		return unpacked().resolve(this.name + ".aot");
	}

	private static Path unfinished(Path learned) {
		return learned.resolveSibling(learned.getFileName() + ".unfinished");
	}

	private String jar(Path learned) {
		return learned.resolveSibling(this.name + ".jar").toString();
	}

	/** The folder of the unpacked jar, made when this build of it is first used. */
	private Path unpacked() {
		Path target = Project.root().resolve(this.folder).resolve("target");
		Path jar = target.resolve(this.name + ".jar");
		try {
			if (!Files.exists(jar)) {
				throw new StartFailure(
						"%s is missing. Build it: infra/recruit up, or mvn package -DskipTests".formatted(jar));
			}
			Path programs = target.resolve("program");
			Path folder = programs.resolve(fingerprint(jar));
			if (!Files.exists(folder)) {
				delete(programs);
				Files.createDirectories(programs);
				unpack(jar, Files.createTempDirectory(programs, "unfinished"), folder);
			}
			return folder;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Tells two builds apart; the times in a jar are those of the release. */
	private static String fingerprint(Path jar) throws IOException {
		CRC32C checksum = new CRC32C();
		try (InputStream input = new CheckedInputStream(Files.newInputStream(jar), checksum)) {
			input.transferTo(OutputStream.nullOutputStream());
		}
		return "%08x-%d".formatted(checksum.getValue(), Files.size(jar));
	}

	private static void unpack(Path jar, Path unfinished, Path folder) throws IOException {
		run("-Djarmode=tools", "-jar", jar.toString(), "extract", "--force", "--destination", unfinished.toString());
		try {
			Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			if (!Files.exists(folder)) {
				throw ex;
			}
			// another launcher was faster
			delete(unfinished);
		}
	}

	private static void run(String... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(Project.java()));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		try {
			if (process.waitFor() != 0) {
				throw new StartFailure("%s failed:%n%s".formatted(String.join(" ", command), output));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void delete(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			return;
		}
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

}
