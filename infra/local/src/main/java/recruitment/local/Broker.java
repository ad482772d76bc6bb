package recruitment.local;

import java.nio.file.Path;
import java.util.List;

/** The Kafka broker: one node that is its own controller. */
public final class Broker extends Part {

	private final int port;

	private final int controllerPort;

	private final Path data;

	Broker(Ports ports, Path data) {
		super("broker", data);
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

	@Override
	List<String> command() {
		return childCommand(List.of("-Xms96m", "-Xmx320m"), "recruitment.local.broker.BrokerMain", "--port", this.port,
				"--controller", this.controllerPort, "--data", this.data);
	}

}
