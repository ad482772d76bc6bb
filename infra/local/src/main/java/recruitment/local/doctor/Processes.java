package recruitment.local.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import recruitment.local.LocalStack;
import recruitment.local.Part;
import recruitment.local.PortHolder;
import recruitment.local.RunningProcess;
import recruitment.local.Store;
import recruitment.local.command.DataFolder;

/** What runs of the stack, and what else is in its places. */
final class Processes {

	private static final int USUAL_STORE_PORT = 27017;

	private final DataFolder data;

	private final LocalStack stack;

	/**
	 * @param stack as it runs, or as the next {@code up} would run it
	 */
	Processes(DataFolder data, LocalStack stack) {
		this.data = data;
		this.stack = stack;
	}

	List<Finding> findings() throws IOException {
		List<Finding> findings = new ArrayList<>();
		findings.add(this.data.up().isPresent() ? whole() : left());
		findings.addAll(ports());
		findings.addAll(givenStore());
		return findings;
	}

	/** Whether all runs that {@code up} has started. */
	private Finding whole() {
		List<String> missing = this.stack.parts().stream().filter((part) -> !runs(part)).map(Part::name).toList();
		if (missing.isEmpty()) {
			return Finding.ok("stack", "it runs, all of it");
		}
		return Finding.wrong("stack", "it runs, but without: " + String.join(", ", missing), """
				Start it: infra/recruit start %1$s
				Why it ended: infra/recruit logs %1$s""".formatted(missing.getFirst()));
	}

	/** What a launcher that was killed has left. */
	private Finding left() throws IOException {
		List<Path> files = pidFiles();
		List<String> running = files.stream()
			.filter((file) -> RunningProcess.find(file).isPresent())
			.map((file) -> "%s (process %d)".formatted(name(file),
					RunningProcess.find(file).map(ProcessHandle::pid).orElse(0L)))
			.toList();
		if (!running.isEmpty()) {
			return Finding.wrong("stack", "its launcher was killed, and left running: " + String.join(", ", running),
					"End it: infra/recruit down");
		}
		if (!files.isEmpty()) {
			return Finding.warn("stack",
					"all of it was killed; these files remain: "
							+ String.join(", ", files.stream().map((file) -> file.getFileName().toString()).toList()),
					"Forget them: infra/recruit down, or the next infra/recruit up");
		}
		return Finding.ok("stack", "nothing of it runs");
	}

	private List<Finding> ports() {
		List<Finding> taken = this.stack.parts()
			.stream()
			.filter((part) -> !runs(part))
			.flatMap((part) -> part.ports().stream().flatMap((port) -> taken(part, port)))
			.toList();
		return taken.isEmpty() ? List.of(Finding.ok("ports", "all are free, or its own")) : taken;
	}

	private Stream<Finding> taken(Part part, int port) {
		return PortHolder.describe(port)
			.map((holder) -> "%s needs port %d of 127.0.0.1, which is held by %s".formatted(part.name(), port, holder))
			.map((sentence) -> (part instanceof Store) ? takenStore(sentence, port)
					: Finding.wrong("ports", sentence, PortHolder.FIX))
			.stream();
	}

	private static Finding takenStore(String sentence, int port) {
		if (StoreProbe.ask("127.0.0.1", port) == StoreProbe.Answer.STORE) {
			return Finding.wrong("store", sentence + ": another MongoDB server",
					"To have that as the store: MONGODB_URI=mongodb://127.0.0.1:%d infra/recruit up%n".formatted(port)
							+ PortHolder.FIX);
		}
		return Finding.wrong("store", sentence + ": not a store, it does not speak MongoDB's protocol", PortHolder.FIX);
	}

	/** With TLS, or named by DNS alone, only its own driver can ask it. */
	private List<Finding> givenStore() {
		return this.stack.given(this.stack.store())
			.filter((hosts) -> hosts.startsWith("mongodb://"))
			.filter((hosts) -> !this.stack.storeUri().matches(".*[?&](tls|ssl)=true.*"))
			.map((hosts) -> Arrays.stream(hosts.substring("mongodb://".length()).split(",")).map(Processes::given))
			.map(Stream::toList)
			.orElse(List.of());
	}

	private static Finding given(String host) {
		int colon = host.matches(".*:\\d+") ? host.lastIndexOf(':') : host.length();
		int port = (colon < host.length()) ? Integer.parseInt(host.substring(colon + 1)) : USUAL_STORE_PORT;
		String fix = "See to it, or leave MONGODB_URI away to have a store started here.";
		return switch (StoreProbe.ask(host.substring(0, colon), port)) {
			case STORE -> Finding.ok("store", "a MongoDB server answers at " + host);
			case FOREIGN -> Finding.wrong("store",
					"what answers at %s, which MONGODB_URI names, does not speak MongoDB's protocol".formatted(host),
					fix);
			case NONE -> Finding.wrong("store", "nothing answers at %s, which MONGODB_URI names".formatted(host), fix);
		};
	}

	private boolean runs(Part part) {
		return RunningProcess.find(this.data.run().resolve(part.name() + ".pid")).isPresent();
	}

	private List<Path> pidFiles() throws IOException {
		if (!Files.isDirectory(this.data.run())) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(this.data.run())) {
			return files.filter((file) -> file.toString().endsWith(".pid") || file.equals(this.data.upFile()))
				.sorted()
				.toList();
		}
	}

	private static String name(Path file) {
		return file.getFileName().toString().replace(".pid", "");
	}

}
