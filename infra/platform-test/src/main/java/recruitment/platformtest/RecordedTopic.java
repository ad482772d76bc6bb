package recruitment.platformtest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Reads a topic from its beginning, as somebody who has nothing to do with the services:
 * no group, no offsets kept. For one thread.
 */
public final class RecordedTopic implements AutoCloseable {

	private static final Duration POLL = Duration.ofMillis(100);

	private final String topic;

	private final Consumer<String, byte[]> consumer;

	private final List<Entry> entries = new ArrayList<>();

	private boolean assigned;

	/**
	 * @param topic need not exist yet
	 */
	public RecordedTopic(String bootstrapServers, String topic) {
		this.topic = topic;
		this.consumer = new KafkaConsumer<>(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
				ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false, ConsumerConfig.METADATA_MAX_AGE_CONFIG, 500),
				new StringDeserializer(), new ByteArrayDeserializer());
	}

	/**
	 * All records up to the end that the topic has now; in the order of Kafka for each
	 * key.
	 */
	public List<Entry> entries() {
		if (!assign()) {
			return List.of();
		}
		Map<TopicPartition, Long> ends = this.consumer.endOffsets(this.consumer.assignment());
		while (ends.entrySet().stream().anyMatch((end) -> this.consumer.position(end.getKey()) < end.getValue())) {
			this.consumer.poll(POLL).forEach((found) -> this.entries.add(entry(found)));
		}
		return List.copyOf(this.entries);
	}

	/**
	 * Waits for records.
	 * @param wanted which
	 * @param count how many of them at least
	 * @return those that are there by then
	 * @throws org.awaitility.core.ConditionTimeoutException after Awaitility's default
	 * time-out
	 */
	public List<Entry> await(Predicate<Entry> wanted, int count) {
		return Awaitility.await("%d records in %s".formatted(count, this.topic))
			.pollInSameThread()
			.until(() -> entries().stream().filter(wanted).toList(), (found) -> found.size() >= count);
	}

	/** Waits for the records of one key. */
	public List<Entry> await(String key, int count) {
		return await((entry) -> key.equals(entry.key()), count);
	}

	private boolean assign() {
		if (!this.assigned) {
			List<TopicPartition> partitions = this.consumer.listTopics()
				.getOrDefault(this.topic, List.of())
				.stream()
				.map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
				.toList();
			this.consumer.assign(partitions);
			this.consumer.seekToBeginning(partitions);
			this.assigned = !partitions.isEmpty();
		}
		return this.assigned;
	}

	private static Entry entry(ConsumerRecord<String, byte[]> found) {
		Map<String, String> headers = new LinkedHashMap<>();
		found.headers().forEach((header) -> headers.put(header.key(), new String(header.value(), UTF_8)));
		return new Entry(found.partition(), found.offset(), found.key(), headers, found.value());
	}

	@Override
	public void close() {
		this.consumer.close();
	}

	/**
	 * A record.
	 *
	 * @param value null for a tombstone
	 */
	public record Entry(int partition, long offset, @Nullable String key, Map<String, String> headers,
			byte @Nullable [] value) {

		/** The value as text; empty for a tombstone. */
		public String text() {
			return (this.value != null) ? new String(this.value, UTF_8) : "";
		}

		/** A header that must be there. */
		public String header(String name) {
			String value = this.headers.get(name);
			if (value == null) {
				throw new AssertionError("No header %s in %s".formatted(name, this.headers.keySet()));
			}
			return value;
		}

		/** Header, key and text, and no array's address. */
		@Override
		public String toString() {
			return "%d@%d %s %s %s".formatted(this.partition, this.offset, this.key, this.headers, text());
		}

	}

}
