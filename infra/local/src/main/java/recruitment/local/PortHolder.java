package recruitment.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the process that listens on a port, for the sentence that refuses to start. */
public final class PortHolder {

	/** What to do about a taken port. */
	public static final String FIX = "End that process, or move all ports: infra/recruit up --port-offset 100";

	private static final String LISTENING = "0A";

	private PortHolder() {
	}

	/**
	 * @throws StartFailure if the port is taken, with who holds it and what to do
	 */
	static void refuseTaken(int port, Part part) {
		describe(port).ifPresent((holder) -> {
			throw new StartFailure("""
					%s needs port %d of 127.0.0.1, which is held by %s.
					%s""".formatted(part.name(), port, holder, FIX));
		});
	}

	/** The holder of a port of 127.0.0.1 for people; empty if the port is free. */
	public static Optional<String> describe(int port) {
		if (Ports.isFree(port)) {
			return Optional.empty();
		}
		return Optional.of(find(port)
			.map((process) -> "process %d (%s)".formatted(process.pid(),
					process.info().commandLine().map(PortHolder::shortened).orElse("of another user")))
			.orElse("a process of another user"));
	}

	/** Who listens there, as far as this user may know. */
	static Optional<ProcessHandle> find(int port) {
		Optional<Long> pid = Files.isDirectory(Path.of("/proc/net")) ? fromProc(port) : fromLsof(port);
		return pid.flatMap(ProcessHandle::of);
	}

	private static Optional<Long> fromProc(int port) {
		String end = String.format(Locale.ROOT, ":%04X", port);
		List<String> sockets = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
			.flatMap((table) -> lines(Path.of(table)))
			.map((line) -> line.strip().split("\\s+"))
			.filter((columns) -> columns[1].endsWith(end) && columns[3].equals(LISTENING))
			.map((columns) -> "socket:[" + columns[9] + "]")
			.toList();
		return ProcessHandle.allProcesses()
			.filter((process) -> holdsAny(sockets, Path.of("/proc", String.valueOf(process.pid()), "fd")))
			.map(ProcessHandle::pid)
			.findFirst();
	}

	private static boolean holdsAny(List<String> sockets, Path descriptors) {
		try (Stream<Path> all = Files.list(descriptors)) {
			return all.anyMatch((descriptor) -> sockets.contains(target(descriptor)));
		}
		catch (IOException ex) {
			// it ended meanwhile, or belongs to another user
			return false;
		}
	}

	private static String target(Path link) {
		try {
			return Files.readSymbolicLink(link).toString();
		}
		catch (IOException ex) {
			return "";
		}
	}

	private static Stream<String> lines(Path file) {
		try {
			return Files.readAllLines(file).stream().skip(1);
		}
		catch (IOException ex) {
			return Stream.empty();
		}
	}

	private static Optional<Long> fromLsof(int port) {
		try {
			Process lsof = new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN").start();
			try (var output = lsof.inputReader()) {
				return output.lines().findFirst().map(Long::valueOf);
			}
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	private static String shortened(String command) {
		String[] words = command.split(" ");
		String program = Path.of(words[0]).getFileName().toString();
		String rest = String.join(" ", Arrays.asList(words).subList(1, words.length));
		String text = (program + " " + rest).strip();
		return (text.length() > 100) ? text.substring(0, 100) + "…" : text;
	}

}
