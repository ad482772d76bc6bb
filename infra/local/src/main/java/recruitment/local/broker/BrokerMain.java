package recruitment.local.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.utils.Time;

import recruitment.local.child.Options;

/**
 * Runs one Kafka broker with its controller: {@code --port N --controller N --data DIR}.
 * Both listen on 127.0.0.1 alone.
 * <p>
 * Prints {@code ready <port>} on standard output when clients are served. SIGTERM closes
 * the logs in order; after a SIGKILL the next start recovers them.
 */
public final class BrokerMain {

	/** In milliseconds; the launcher gives up before. */
	private static final int LONGEST_START = 300_000;

	private BrokerMain() {
	}

	public static void main(String[] args) throws Exception {
		Options options = new Options(args);
		int port = options.number("port");
		Path data = Path.of(options.text("data"));
		Files.createDirectories(data);

		Properties properties = new Properties();
		properties.putAll(
				BrokerSettings.of("127.0.0.1", port, options.number("controller"), data.resolve("logs").toString()));
		format(properties, data);
		KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
		Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-shutdown"));
		server.startup();
		awaitAnswer(port);
		System.out.println("ready " + port);
		server.awaitShutdown();
	}

	/** Prepares an empty folder; one that was prepared before is left as it is. */
	private static void format(Properties properties, Path data) throws Exception {
		Path file = data.resolve("server.properties");
		try (var writer = Files.newBufferedWriter(file)) {
			properties.store(writer, null);
		}
		StorageTool.execute(new String[] { "format", "--ignore-formatted", "--cluster-id", BrokerSettings.CLUSTER,
				"--config", file.toString() }, System.out);
	}

	/** The broker has told its controller that it serves when it answers this. */
	static void awaitAnswer(int port) throws ExecutionException, InterruptedException {
		try (Admin admin = Admin.create(Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
				"127.0.0.1:" + port, AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, LONGEST_START))) {
			admin.describeCluster().nodes().get();
		}
	}

}
