package recruitment.local.broker;

import java.util.HashMap;
import java.util.Map;

/** How the one broker is set, in a JVM of ours and in a container. */
public final class BrokerSettings {

	public static final String CLUSTER = "cmVjcnVpdG1lbnQtbG9jYQ";

	private BrokerSettings() {
	}

	/**
	 * @param listen the address at which clients are heard; they come by way of 127.0.0.1
	 * @param data the folder of its logs
	 */
	public static Map<String, String> of(String listen, int port, int controller, String data) {
		Map<String, String> settings = new HashMap<>();
		settings.put("process.roles", "broker,controller");
		settings.put("node.id", "1");
		settings.put("listeners", "CLIENT://%s:%d,CONTROLLER://127.0.0.1:%d".formatted(listen, port, controller));
		settings.put("advertised.listeners", "CLIENT://127.0.0.1:" + port);
		settings.put("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
		settings.put("inter.broker.listener.name", "CLIENT");
		settings.put("controller.listener.names", "CONTROLLER");
		settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
		settings.put("log.dirs", data);
		// one broker has one copy of everything, and nothing to wait for
		settings.put("default.replication.factor", "1");
		settings.put("min.insync.replicas", "1");
		settings.put("offsets.topic.replication.factor", "1");
		settings.put("offsets.topic.num.partitions", "5");
		settings.put("transaction.state.log.replication.factor", "1");
		settings.put("transaction.state.log.min.isr", "1");
		settings.put("transaction.state.log.num.partitions", "5");
		settings.put("share.coordinator.state.topic.replication.factor", "1");
		settings.put("share.coordinator.state.topic.min.isr", "1");
		settings.put("group.initial.rebalance.delay.ms", "0");
		// topics are made by the services; locally they keep everything
		settings.put("auto.create.topics.enable", "false");
		settings.put("log.retention.ms", "-1");
		settings.put("log.retention.bytes", "-1");
		settings.put("log.segment.bytes", "67108864");
		settings.put("log.index.size.max.bytes", "262144");
		settings.put("log.cleaner.dedupe.buffer.size", "16777216");
		settings.put("num.network.threads", "2");
		settings.put("num.io.threads", "4");
		settings.put("background.threads", "2");
		return settings;
	}

}
