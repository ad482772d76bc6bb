package recruitment.local.show;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads topics from their beginning, without a group: nobody else notices. Each call goes
 * on where the one before ended.
 */
final class Topics implements AutoCloseable {

	private static final int PATIENCE_MILLIS = 3000;

	private final KafkaConsumer<byte[], byte[]> consumer;

	private final List<String> names;

	private final Set<TopicPartition> assigned = new HashSet<>();

	private boolean reachable;

	Topics(String bootstrapServers, String... names) {
		Map<String, Object> properties = new HashMap<>();
		properties.put("bootstrap.servers", bootstrapServers);
		properties.put("default.api.timeout.ms", PATIENCE_MILLIS);
		properties.put("request.timeout.ms", PATIENCE_MILLIS - 1000);
		properties.put("metadata.max.age.ms", 1000);
		properties.put("allow.auto.create.topics", false);
		properties.put("auto.offset.reset", "earliest");
		this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
		this.names = List.of(names);
	}

	/** Gives what came since the last call; waits for a moment if there is nothing. */
	void poll(Consumer<Event> action) {
		try {
			assign();
			if (!this.assigned.isEmpty()) {
				this.consumer.poll(Duration.ofMillis(250)).forEach((record) -> action.accept(new Event(record)));
			}
		}
		catch (KafkaException ex) {
			this.reachable = false;
			if (!(ex instanceof TimeoutException)) {
				throw new ShowFailure("The topics cannot be read: " + ex.getMessage());
			}
		}
	}

	/** Whether the broker answered the last call. */
	boolean isReachable() {
		return this.reachable;
	}

	boolean exist() {
		return !this.assigned.isEmpty();
	}

	Set<String> all() {
		try {
			return this.consumer.listTopics().keySet();
		}
		catch (TimeoutException ex) {
			throw new ShowFailure("The broker does not answer. Start it: infra/recruit start broker");
		}
	}

	/** Topics may be made while we wait. */
	private void assign() {
		if (this.names.stream()
			.allMatch((name) -> this.assigned.stream().anyMatch((known) -> known.topic().equals(name)))) {
			this.reachable = true;
			return;
		}
		var existing = this.consumer.listTopics();
		this.reachable = true;
		Set<TopicPartition> found = new HashSet<>(this.assigned);
		for (String name : this.names) {
			existing.getOrDefault(name, List.of())
				.forEach((partition) -> found.add(new TopicPartition(name, partition.partition())));
		}
		if (this.assigned.addAll(found)) {
			this.consumer.assign(this.assigned);
		}
	}

	@Override
	public void close() {
		this.consumer.close();
	}

}
