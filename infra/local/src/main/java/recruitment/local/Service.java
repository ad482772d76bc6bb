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

/** One of the three services, run from the jar that its build made. */
public final class Service extends Part {

	private static final int TIMEOUT_MILLIS = 2000;

	/** On a busy machine it may take its time. */
	private static final Duration LESSON = Duration.ofMinutes(5);

	private final int port;

	private final int managementPort;

	private final Supplier<Map<String, String>> environment;

	private final ServiceProgram program;

	private final ChildProcess lesson;

	/**
	 * @param usualPort the port of its pages and API; its management port lies 1000 above
	 * @param environment what it is told beside its own ports
	 */
	Service(String name, int usualPort, Ports ports, Path data, Supplier<Map<String, String>> environment) {
		super(name, data);
		this.port = ports.of(usualPort);
		this.managementPort = ports.of(usualPort + 1000);
		this.environment = environment;
		this.program = new ServiceProgram(name + "-service");
		this.lesson = new ChildProcess(log(name + "-lesson", data), pidFile(name + "-lesson", data));
	}

	/** The base of its pages and API. */
	public String url() {
		return "http://localhost:" + this.port;
	}

	/** The base of its health and metrics. */
	public String managementUrl() {
		return "http://localhost:" + this.managementPort;
	}

	@Override
	public List<Integer> ports() {
		return List.of(this.port, this.managementPort);
	}

	@Override
	public String address() {
		return url();
	}

	@Override
	List<String> command() {
		return command(this.program.arguments());
	}

	private static List<String> command(List<String> arguments) {
		List<String> command = new ArrayList<>(List.of(Project.java(), "-Xms48m", "-Xmx160m"));
		command.addAll(arguments);
		return command;
	}

	@Override
	Map<String, String> environment() {
		Map<String, String> all = new HashMap<>(this.environment.get());
		all.put("SPRING_PROFILES_ACTIVE", "local");
		all.put("SERVER_ADDRESS", "127.0.0.1");
		all.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
		all.put("SERVER_PORT", String.valueOf(this.port));
		all.put("MANAGEMENT_SERVER_PORT", String.valueOf(this.managementPort));
		// glibc keeps an area of memory for each of many threads otherwise
		all.put("MALLOC_ARENA_MAX", "2");
		return all;
	}

	/**
	 * Lets it start once more, unseen, only to learn how to start faster: at the lowest
	 * priority, without listening to any port. Does nothing if it was learned before.
	 */
	void learn() {
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
	void ended() {
		this.lesson.kill();
	}

	@Override
	boolean isReady() {
		try {
			HttpURLConnection connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + this.port + "/readyz")
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
