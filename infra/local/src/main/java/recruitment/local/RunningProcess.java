package recruitment.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process that a file tells of: its id and when it began. Ids are used again by the
 * system, so an id alone names nobody.
 */
public final class RunningProcess {

	/** The system's word for a start moves a little when its clock is set. */
	private static final Duration CLOCK_SET = Duration.ofSeconds(10);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private RunningProcess() {
	}

	public static void write(Path file, ProcessHandle process) {
		long began = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
		try {
			Files.writeString(file, process.pid() + " " + began + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static void forget(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The process of the file, if it still runs. */
	public static Optional<ProcessHandle> find(Path file) {
		try {
			String[] words = Files.readString(file).strip().split(" ");
			Instant began = Instant.ofEpochMilli(Long.parseLong(words[1]));
			return ProcessHandle.of(Long.parseLong(words[0]))
				.filter(ProcessHandle::isAlive)
				.filter((process) -> process.info()
					.startInstant()
					.filter((start) -> Duration.between(start, began).abs().compareTo(CLOCK_SET) < 0)
					.isPresent());
		}
		catch (IOException | IndexOutOfBoundsException | NumberFormatException ex) {
			// a launcher that was killed while it wrote the file
			return Optional.empty();
		}
	}

	/**
	 * Ends what the files of a folder tell of and still runs.
	 * @return the names of what was ended
	 */
	public static List<String> endAll(Path folder) {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(folder)) {
			List<Path> known = files.filter((file) -> file.toString().endsWith(".pid")).sorted().toList();
			List<Path> running = known.stream().filter((file) -> find(file).isPresent()).toList();
			running.forEach((file) -> find(file).ifPresent(ProcessHandle::destroy));
			running.forEach((file) -> find(file).ifPresent(RunningProcess::awaitEnd));
			known.forEach(RunningProcess::forget);
			return running.stream().map((file) -> file.getFileName().toString().replace(".pid", "")).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void awaitEnd(ProcessHandle process) {
		process.onExit().completeOnTimeout(process, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
		if (process.isAlive()) {
			process.destroyForcibly();
			process.onExit().join();
		}
	}

}
