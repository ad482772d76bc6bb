package recruitment.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import recruitment.local.broker.BrokerSettings;

/** The Kafka broker: one node that is its own controller. */
public final class Broker extends Part {

	private static final String IMAGE = "docker.io/apache/kafka:4.2.1";

	/** Where that image keeps data. */
	private static final String IMAGE_DATA = "/var/lib/kafka/data";

	private final int port;

	private final int controllerPort;

	private final Path data;

	Broker(Ports ports, Path data, Given given) {
		super("broker", data, given);
		this.port = ports.of(9092);
		this.controllerPort = ports.of(9093);
		this.data = data.resolve("broker");
	}

	public String bootstrapServers() {
		return "127.0.0.1:" + this.port;
	}

	@Override
	public List<Integer> ports() {
		return List.of(this.port, this.controllerPort);
	}

	@Override
	public String address() {
		return bootstrapServers();
	}

	/** What it is, for people. */
	public String kind() {
		return container().isPresent() ? IMAGE + " in a container" : "a broker of its own in a JVM";
	}

	@Override
	List<String> command() {
		return container()
			.map((container) -> standIn("recruitment.local.broker.BrokerContainerMain", this.port,
					container.run(IMAGE, this.port, IMAGE_DATA, imageEnvironment(), List.of())))
			.orElseGet(() -> childCommand(List.of("-Xms96m", "-Xmx320m"), "recruitment.local.broker.BrokerMain",
					"--port", this.port, "--controller", this.controllerPort, "--data", this.data));
	}

	@Override
	void prepare() {
		super.prepare();
		container().ifPresent((container) -> container.fetch(IMAGE));
	}

	/** The image takes each setting from a variable of its name. */
	private Map<String, String> imageEnvironment() {
		Map<String, String> environment = new HashMap<>();
		BrokerSettings.of("0.0.0.0", this.port, this.controllerPort, IMAGE_DATA)
			.forEach((name, value) -> environment.put("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'),
					value));
		environment.put("CLUSTER_ID", BrokerSettings.CLUSTER);
		environment.put("KAFKA_HEAP_OPTS", "-Xms96m -Xmx320m");
		return environment;
	}

}
