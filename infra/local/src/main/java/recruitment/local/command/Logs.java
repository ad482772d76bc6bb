package recruitment.local.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import recruitment.local.Part;

/** Prints the ends of the logs, of one part or of all, and follows them if asked. */
final class Logs {

	private static final int LINES = 100;

	/** Stack traces have long lines; the last hundred lines fit. */
	private static final int END_BYTES = 256 * 1024;

	private static final int STEP_MILLIS = 300;

	private Logs() {
	}

	static void print(DataFolder data, List<String> arguments) throws IOException {
		List<String> names = new ArrayList<>(arguments);
		boolean follow = names.remove("-f");
		var stack = data.stack().build();
		List<? extends Part> parts = names.isEmpty() ? stack.parts() : names.stream().map(stack::part).toList();
		Map<Part, Long> printed = new HashMap<>();
		for (Part part : parts) {
			printed.put(part, printEnd(part, parts.size()));
		}
		while (follow) {
			for (Part part : parts) {
				printed.computeIfPresent(part, (any, from) -> printFrom(part, from, parts.size()));
			}
			pause();
		}
	}

	/**
	 * Prints its last lines, of those that begin in the end of the file.
	 * @return the size up to which it was read
	 */
	private static long printEnd(Part part, int parts) throws IOException {
		if (!Files.exists(part.log())) {
			return 0;
		}
		try (var log = Files.newByteChannel(part.log())) {
			long from = Math.max(0, log.size() - END_BYTES);
			log.position(from);
			List<String> lines = new BufferedReader(Channels.newReader(log, "UTF-8")).lines()
				.skip((from > 0) ? 1 : 0)
				.toList();
			lines.subList(Math.max(0, lines.size() - LINES), lines.size()).forEach((line) -> print(part, line, parts));
			return log.position();
		}
	}

	private static long printFrom(Part part, long from, int parts) {
		try {
			if (!Files.exists(part.log()) || Files.size(part.log()) == from) {
				return from;
			}
			try (var log = Files.newByteChannel(part.log())) {
				log.position((log.size() < from) ? 0 : from);
				var reader = new BufferedReader(Channels.newReader(log, "UTF-8"));
				reader.lines().forEach((line) -> print(part, line, parts));
				return log.position();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void print(Part part, String line, int parts) {
		System.out.println((parts > 1) ? "%-13s%s".formatted(part.name(), line) : line);
	}

	private static void pause() {
		try {
			Thread.sleep(STEP_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
