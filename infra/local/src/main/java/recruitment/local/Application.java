package recruitment.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A part that is run from the jar that its build made. */
public abstract sealed class Application extends Part permits Service, SignIn {

	private static final int TIMEOUT_MILLIS = 2000;

	/** On a busy machine it may take its time. */
	private static final Duration LESSON = Duration.ofMinutes(5);

	private final List<String> memory;

	private final Supplier<Map<String, String>> environment;

	private final ApplicationProgram program;

	private final ChildProcess lesson;

	/**
	 * @param memory options that bound its heap
	 * @param environment what it is told beside its own ports
	 */
	Application(String name, Path data, ApplicationProgram program, List<String> memory,
			Supplier<Map<String, String>> environment) {
		super(name, data);
		this.memory = memory;
		this.environment = environment;
		this.program = program;
		this.lesson = new ChildProcess(log(name + "-lesson", data), pidFile(name + "-lesson", data));
	}

	/** The base of its pages. */
	public abstract String url();

	/** A path that answers 200 when it serves. */
	abstract String readyPath();

	@Override
	public final String address() {
		return url();
	}

	@Override
	final List<String> command() {
		return command(this.program.arguments());
	}

	private List<String> command(List<String> arguments) {
		List<String> command = new ArrayList<>(List.of(Project.java()));
		command.addAll(this.memory);
		command.addAll(arguments);
		return command;
	}

	@Override
	Map<String, String> environment() {
		Map<String, String> all = new HashMap<>(this.environment.get());
		all.put("SPRING_PROFILES_ACTIVE", "local");
		all.put("SERVER_ADDRESS", "127.0.0.1");
		all.put("SERVER_PORT", String.valueOf(ports().getFirst()));
		// glibc keeps an area of memory for each of many threads otherwise
		all.put("MALLOC_ARENA_MAX", "2");
		return all;
	}

	/**
	 * Lets it start once more, unseen, only to learn how to start faster: at the lowest
	 * priority, without listening to any port. Does nothing if it was learned before.
	 */
	final void learn() {
		if (this.program.isLearned()) {
			return;
		}
		List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
		command.addAll(command(this.program.lesson()));
		launch(this.lesson, command);
		if (this.lesson.endsWithin(LESSON) && this.lesson.process().exitValue() == 0) {
			this.program.keepLearned();
		}
		this.lesson.kill();
	}

	@Override
	final void ended() {
		this.lesson.kill();
	}

	@Override
	final boolean isReady() {
		try {
			HttpURLConnection connection = (HttpURLConnection) URI
				.create("http://127.0.0.1:" + ports().getFirst() + readyPath())
				.toURL()
				.openConnection();
			connection.setConnectTimeout(TIMEOUT_MILLIS);
			connection.setReadTimeout(TIMEOUT_MILLIS);
			return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
