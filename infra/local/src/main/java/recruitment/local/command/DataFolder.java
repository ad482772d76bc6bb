package recruitment.local.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import recruitment.local.Given;
import recruitment.local.LocalStack;
import recruitment.local.RunningProcess;

/**
 * The folder that keeps everything between two runs: topics, documents, mails, secrets,
 * logs, and which processes run.
 */
public final class DataFolder {

	/** What {@code --fresh} clears. */
	private static final List<String> CONTENTS = List.of("broker", "store", "mongod", "mail", "secrets", "logs");

	private static final String GIVEN = "given";

	private static final String VERSION = "version";

	/** To be raised when what an older launcher wrote is not read any longer. */
	private static final String KNOWN_VERSION = "1";

	private final Path path;

	public DataFolder(Path path) {
		this.path = path.toAbsolutePath().normalize();
	}

	public Path path() {
		return this.path;
	}

	public Path run() {
		return this.path.resolve("run");
	}

	/** By how much all ports are moved, as the last {@code up} said. */
	public int portOffset() {
		return Integer.parseInt(read("port-offset").orElse("0"));
	}

	void keepPortOffset(int offset) {
		write("port-offset", String.valueOf(offset));
	}

	/** The stack as the last {@code up} laid it out. */
	public LocalStack.Builder stack() {
		return LocalStack.in(this.path).portOffset(portOffset()).given(given());
	}

	/** What was given to the last {@code up}. */
	private Given given() {
		return Given.in(read(GIVEN).stream()
			.flatMap(String::lines)
			.map((line) -> line.split("=", 2))
			.collect(Collectors.toMap((words) -> words[0], (words) -> words[1])));
	}

	/** Keeps what is given for the other verbs, and from other users. */
	void keepGiven(Given given) {
		String lines = given.variables()
			.entrySet()
			.stream()
			.map((variable) -> variable.getKey() + "=" + variable.getValue() + "\n")
			.sorted()
			.collect(Collectors.joining());
		try {
			Path unfinished = Files.createTempFile(this.path, GIVEN, null,
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			Files.writeString(unfinished, lines);
			Files.move(unfinished, this.path.resolve(GIVEN), StandardCopyOption.ATOMIC_MOVE,
					StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What is wrong with the form of the data, and the fix, if another version of the
	 * launcher made it. A folder that says nothing was made by the first one.
	 */
	public Optional<String> otherVersion() {
		return read(VERSION).filter((version) -> !version.equals(KNOWN_VERSION))
			.map((version) -> """
					The data in %s is of version %s; this clone knows version %s.
					Use the clone that made it, or another folder: RECRUIT_DATA=/its/path infra/recruit up
					Or begin with nothing, which deletes it: infra/recruit up --fresh""".formatted(this.path, version,
					KNOWN_VERSION));
	}

	void keepVersion() {
		write(VERSION, KNOWN_VERSION);
	}

	public Path upFile() {
		return run().resolve("up.process");
	}

	/** The process that runs the stack. */
	public Optional<ProcessHandle> up() {
		return RunningProcess.find(upFile());
	}

	void clear() {
		for (String name : CONTENTS) {
			delete(this.path.resolve(name));
		}
	}

	Optional<String> read(String name) {
		try {
			Path file = this.path.resolve(name);
			return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write(String name, String text) {
		try {
			Files.createDirectories(this.path);
			Files.writeString(this.path.resolve(name), text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void delete(Path folder) {
		if (!Files.exists(folder)) {
			return;
		}
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
