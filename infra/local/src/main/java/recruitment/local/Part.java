package recruitment.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of the stack that runs as a process. It can be started again after it ended in
 * any way, with the same ports and the same data.
 */
public abstract sealed class Part permits Broker, Store, MailCatcher, Application {

	private static final Duration STEP = Duration.ofMillis(50);

	/** An ordinary start takes seconds; a machine with other work may take long. */
	public static final Duration START = Duration.ofMinutes(4);

	/** How long it may take to end after SIGTERM. */
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final String name;

	private final ChildProcess process;

	private final Object launching = new Object();

	private final Optional<Container> container;

	private boolean retired;

	private volatile boolean wanted;

	Part(String name, Path data) {
		this(name, data, Given.NOTHING);
	}

	Part(String name, Path data, Given given) {
		this.name = name;
		this.process = new ChildProcess(log(name, data), pidFile(name, data));
		this.container = given.containers().map((engine) -> new Container(engine, name, data));
	}

	static Path log(String name, Path data) {
		return data.resolve("logs").resolve(name + ".log");
	}

	static Path pidFile(String name, Path data) {
		return data.resolve("run").resolve(name + ".pid");
	}

	/** The word by which the command line knows it. */
	public final String name() {
		return this.name;
	}

	/**
	 * Starts it and returns when it serves. Does nothing when it runs.
	 * @throws StartFailure if a port is taken, it ends, or does not serve within four
	 * minutes
	 */
	public final synchronized void start() {
		if (this.process.isRunning()) {
			return;
		}
		prepare();
		ports().forEach((port) -> PortHolder.refuseTaken(port, this));
		launch(this.process, command());
		this.wanted = true;
		long deadline = System.nanoTime() + START.toNanos();
		while (!isReady()) {
			if (this.process.endsWithin(STEP)) {
				throw new StartFailure("%s ended with status %d before it was ready. %s".formatted(this.name,
						this.process.process().exitValue(), lastWords()));
			}
			if (System.nanoTime() > deadline) {
				throw new StartFailure(
						"%s was not ready after %d seconds. %s".formatted(this.name, START.toSeconds(), lastWords()));
			}
		}
	}

	/**
	 * @throws StartFailure after {@link #retire()}
	 */
	final void launch(ChildProcess child, List<String> command) {
		synchronized (this.launching) {
			if (this.retired) {
				throw new StartFailure(this.name + " is not started any more: everything ends");
			}
			child.start(command, environment());
		}
	}

	/** Ends it for good: a start that is under way or comes later fails. */
	final void retire() {
		synchronized (this.launching) {
			this.retired = true;
		}
		stop();
	}

	/**
	 * Ends it with SIGTERM, and after its patience with SIGKILL. A start under way fails.
	 */
	public final void stop() {
		this.wanted = false;
		this.process.stop(PATIENCE);
		ended();
	}

	/** Ends it with SIGKILL. */
	public final void kill() {
		this.wanted = false;
		this.process.kill();
		ended();
	}

	/** SIGSTOP: it holds its connections and answers nothing until it is thawed. */
	public final void freeze() {
		this.process.signal("STOP");
	}

	/** SIGCONT. */
	public final void thaw() {
		this.process.signal("CONT");
	}

	public final boolean isRunning() {
		return this.process.isRunning();
	}

	/** Whether it ended though nobody asked it to. */
	public final boolean isLost() {
		return this.wanted && !this.process.isRunning();
	}

	/**
	 * @throws IllegalStateException if it was never started
	 */
	public final long pid() {
		return this.process.process().pid();
	}

	/** The file that gets what it prints. */
	public final Path log() {
		return this.process.log();
	}

	/** Where to read on, and the last lines of its log. */
	public final String lastWords() {
		return "Its log is %s and ends with:%n%s".formatted(log(), this.process.lastLines(15));
	}

	final String printed() {
		return this.process.printed();
	}

	/** All ports it listens on. */
	public abstract List<Integer> ports();

	/** Where it is found, for people. */
	public abstract String address();

	abstract List<String> command();

	/** What it finds in its environment beside the launcher's own. */
	Map<String, String> environment() {
		return Map.of("CLASSPATH", Project.classPath());
	}

	/** Called before it starts. */
	void prepare() {
		this.container.ifPresent(Container::remove);
	}

	/** Called after it was stopped or killed. */
	void ended() {
		this.container.ifPresent(Container::remove);
	}

	/** Forgets the data that it keeps outside the data folder. */
	final void clear() {
		this.container.ifPresent(Container::clear);
	}

	/** The container that it shall run in, if there is to be one. */
	final Optional<Container> container() {
		return this.container;
	}

	/** Whether it serves. */
	boolean isReady() {
		return printed().lines().anyMatch((line) -> line.startsWith("ready "));
	}

	/**
	 * Command of a main class of this module that runs another program.
	 * @param port where that program serves
	 */
	static List<String> standIn(String main, int port, List<String> program) {
		List<Object> arguments = new ArrayList<>(List.of(port));
		arguments.addAll(program);
		return childCommand(List.of("-Xmx64m"), main, arguments.toArray());
	}

	/** Command of a main class of this module that ends with the launcher. */
	static List<String> childCommand(List<String> vmOptions, String main, Object... arguments) {
		List<String> command = new ArrayList<>(List.of(Project.java()));
		command.addAll(vmOptions);
		command
			.addAll(List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED"));
		command.addAll(List.of("recruitment.local.child.Child", main));
		List.of(arguments).forEach((argument) -> command.add(argument.toString()));
		return command;
	}

}
