package recruitment.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One of the three services. */
public final class Service extends Application {

	private final int port;

	private final int managementPort;

	/**
	 * @param usualPort the port of its pages and API; its management port lies 1000 above
	 * @param environment what it is told beside its own ports
	 */
	Service(String name, int usualPort, Ports ports, Path data, Supplier<Map<String, String>> environment) {
		super(name, data, new ApplicationProgram(name + "-service", name + "-service"), List.of("-Xms48m", "-Xmx160m"),
				environment);
		this.port = ports.of(usualPort);
		this.managementPort = ports.of(usualPort + 1000);
	}

	/** The base of its pages and API. */
	@Override
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
	String readyPath() {
		return "/readyz";
	}

	@Override
	Map<String, String> environment() {
		Map<String, String> all = new HashMap<>(super.environment());
		all.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
		all.put("MANAGEMENT_SERVER_PORT", String.valueOf(this.managementPort));
		return all;
	}

}
