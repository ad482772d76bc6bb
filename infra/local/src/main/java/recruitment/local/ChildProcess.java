package recruitment.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A process of the stack. Whatever it prints goes to its log; while it runs, a file tells
 * its process id, so that a launcher that was killed leaves nothing unknown behind.
 */
final class ChildProcess {

	private static final long LONGEST_LOG = 10_000_000;

	/**
	 * Ctrl-C reaches every process of a terminal. The launcher alone shall hear it, and
	 * end its children in order.
	 */
	private static final List<String> DEAF_TO_THE_TERMINAL = List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"",
			"sh");

	private final Path log;

	private final Path pidFile;

	private volatile Optional<Process> process = Optional.empty();

	private long logStart;

	ChildProcess(Path log, Path pidFile) {
		this.log = log;
		this.pidFile = pidFile;
	}

	void start(List<String> command, Map<String, String> environment) {
		List<String> words = new ArrayList<>(DEAF_TO_THE_TERMINAL);
		words.addAll(command);
		ProcessBuilder builder = new ProcessBuilder(words);
		builder.environment().putAll(environment);
		try {
			Files.createDirectories(this.log.getParent());
			Files.createDirectories(this.pidFile.getParent());
			this.logStart = logSize();
			if (this.logStart > LONGEST_LOG) {
				Files.move(this.log, this.log.resolveSibling(this.log.getFileName() + ".1"),
						StandardCopyOption.REPLACE_EXISTING);
				this.logStart = 0;
			}
			builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()));
			Process started = builder.start();
			this.process = Optional.of(started);
			RunningProcess.write(this.pidFile, started.toHandle());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	boolean isRunning() {
		return this.process.filter(Process::isAlive).isPresent();
	}

	Process process() {
		return this.process.orElseThrow(() -> new IllegalStateException("It was never started"));
	}

	/** Asks it to end, and makes it end when it has not after the given time. */
	void stop(Duration patience) {
		end(false, patience);
	}

	/** SIGKILL, for it and what it started. */
	void kill() {
		this.process.ifPresent((running) -> running.descendants().forEach(ProcessHandle::destroyForcibly));
		end(true, Duration.ofSeconds(10));
	}

	/** Sends a signal by its name, as in {@code STOP}. */
	void signal(String name) {
		try {
			new ProcessBuilder("kill", "-" + name, String.valueOf(process().pid())).start().waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void end(boolean atOnce, Duration patience) {
		this.process.ifPresent((running) -> {
			if (atOnce) {
				running.destroyForcibly();
			}
			else {
				running.destroy();
			}
			if (!endsWithin(patience)) {
				running.destroyForcibly();
				endsWithin(patience);
			}
			RunningProcess.forget(this.pidFile);
		});
	}

	/** Whether it ends before the time is over. */
	boolean endsWithin(Duration time) {
		try {
			return process().waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** What it printed since it was started. */
	String printed() {
		try (var channel = Files.newByteChannel(this.log)) {
			channel.position(this.logStart);
			return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The end of what it printed since it was started, indented. */
	String lastLines(int count) {
		List<String> lines = printed().lines().filter((line) -> !line.isBlank()).toList();
		return String.join("\n",
				lines.subList(Math.max(0, lines.size() - count), lines.size())
					.stream()
					.map((line) -> "    " + line)
					.toList());
	}

	Path log() {
		return this.log;
	}

	private long logSize() throws IOException {
		return Files.exists(this.log) ? Files.size(this.log) : 0;
	}

}
