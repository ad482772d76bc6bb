package recruitment.local.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A child of the launcher in a JVM of its own, as the launcher runs it: with the class
 * path of the tests.
 */
public final class ChildJvm implements AutoCloseable {

	private final Process process;

	private final BufferedReader output;

	public ChildJvm(Class<?> main, String... args) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-cp",
						System.getProperty("java.class.path"), main.getName()));
		command.addAll(List.of(args));
		try {
			this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.output = this.process.inputReader(StandardCharsets.UTF_8);
	}

	/**
	 * Waits for the line {@code ready …}.
	 * @return the words after it
	 * @throws IllegalStateException with what it printed, if it ended before
	 */
	public List<String> ready() {
		List<String> printed = new ArrayList<>();
		for (String line : (Iterable<String>) this.output.lines()::iterator) {
			if (line.startsWith("ready ")) {
				Thread.ofVirtual().start(this::drain);
				return List.of(line.substring("ready ".length()).split(" "));
			}
			printed.add(line);
		}
		throw new IllegalStateException(String.join("\n", printed));
	}

	/** A child that cannot print stands still. */
	private void drain() {
		try {
			this.output.transferTo(Writer.nullWriter());
		}
		catch (IOException ended) {
			// nothing more to come
		}
	}

	/** What it printed until it ended. */
	public String outputAtEnd() {
		return String.join("\n", this.output.lines().toList());
	}

	/** SIGKILL. */
	public void kill() {
		this.process.destroyForcibly();
		this.process.onExit().join();
	}

	/** SIGTERM, and waits for its end. */
	public int stop() {
		this.process.destroy();
		return this.process.onExit().join().exitValue();
	}

	@Override
	public void close() {
		kill();
	}

}
