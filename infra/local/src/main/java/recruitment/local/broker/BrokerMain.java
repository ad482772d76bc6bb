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

	private BrokerMain() {
	}

	public static void main(String[] args) throws Exception {
		Options options = new Options(args);
		int port = options.number("port");
		Path data = Path.of(options.text("data"));
		Files.createDirectories(data);

		Properties properties = properties(port, options.number("controller"), data);
		format(properties, data);
		KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
		Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-shutdown"));
		server.startup();
		awaitAnswer(port);
		System.out.println("ready " + port);
		server.awaitShutdown();
	}

	private static Properties properties(int port, int controller, Path data) {
		Properties properties = new Properties();
		properties.putAll(Map.ofEntries(Map.entry("process.roles", "broker,controller"), Map.entry("node.id", "1"),
				Map.entry("listeners", "CLIENT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controller)),
				Map.entry("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
				Map.entry("inter.broker.listener.name", "CLIENT"), Map.entry("controller.listener.names", "CONTROLLER"),
				Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controller),
				Map.entry("log.dirs", data.resolve("logs").toString()),
				// one broker has one copy of everything, and nothing to wait for
				Map.entry("default.replication.factor", "1"), Map.entry("min.insync.replicas", "1"),
				Map.entry("offsets.topic.replication.factor", "1"), Map.entry("offsets.topic.num.partitions", "5"),
				Map.entry("transaction.state.log.replication.factor", "1"),
				Map.entry("transaction.state.log.min.isr", "1"), Map.entry("transaction.state.log.num.partitions", "5"),
				Map.entry("share.coordinator.state.topic.replication.factor", "1"),
				Map.entry("share.coordinator.state.topic.min.isr", "1"),
				Map.entry("group.initial.rebalance.delay.ms", "0"),
				// topics are made by the services; locally they keep everything
				Map.entry("auto.create.topics.enable", "false"), Map.entry("log.retention.ms", "-1"),
				Map.entry("log.retention.bytes", "-1"), Map.entry("log.segment.bytes", "67108864"),
				Map.entry("log.index.size.max.bytes", "262144"),
				Map.entry("log.cleaner.dedupe.buffer.size", "16777216"), Map.entry("num.network.threads", "2"),
				Map.entry("num.io.threads", "4"), Map.entry("background.threads", "2")));
		return properties;
	}

	/** Prepares an empty folder; one that was prepared before is left as it is. */
	private static void format(Properties properties, Path data) throws Exception {
		Path file = data.resolve("server.properties");
		try (var writer = Files.newBufferedWriter(file)) {
			properties.store(writer, null);
		}
		StorageTool.execute(new String[] { "format", "--ignore-formatted", "--cluster-id", "cmVjcnVpdG1lbnQtbG9jYQ",
				"--config", file.toString() }, System.out);
	}

	/** The broker has told its controller that it serves when it answers this. */
	private static void awaitAnswer(int port) throws ExecutionException, InterruptedException {
		try (Admin admin = Admin
			.create(Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port))) {
			admin.describeCluster().nodes().get();
		}
	}

}
