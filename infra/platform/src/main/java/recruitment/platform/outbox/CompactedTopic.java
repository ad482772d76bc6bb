package recruitment.platform.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitment.platform.event.CloudEvent;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * A topic that keeps the last record of each key. It is read outside any group, from its
 * first record to the last that it has now.
 */
public class CompactedTopic {

	private static final Logger log = LoggerFactory.getLogger(CompactedTopic.class);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Map<String, Object> settings;

	private final String name;

	/**
	 * @param consumers gives the address of the broker and how it is spoken to
	 */
	public CompactedTopic(ConsumerFactory<?, ?> consumers, String name) {
		this.settings = new HashMap<>(consumers.getConfigurationProperties());
		this.settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
		this.settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		this.settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		this.settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
		this.name = name;
	}

	public String name() {
		return this.name;
	}

	/**
	 * Hands over every event, and tombstones, those of one key in their order. What is no
	 * event, having no key or not the attributes of one, is left out and told in the log:
	 * nobody else's record is to hold up the others.
	 * @throws DataAccessResourceFailureException when the topic is not there yet, or its
	 * broker does not answer for ten seconds
	 */
	public void read(Consumer<ConsumerRecord<String, byte[]>> reader) {
		try (var consumer = new KafkaConsumer<>(this.settings, new StringDeserializer(), new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = consumer.partitionsFor(this.name)
				.stream()
				.map((partition) -> new TopicPartition(this.name, partition.partition()))
				.toList();
			if (partitions.isEmpty()) {
				throw new DataAccessResourceFailureException("the topic " + this.name + " is not there");
			}
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			long left = left(consumer, ends);
			while (left > 0) {
				var records = consumer.poll(PATIENCE);
				for (ConsumerRecord<String, byte[]> record : records) {
					if (isEvent(record)) {
						reader.accept(record);
					}
					else {
						log.warn("{}-{}@{} is no event", record.topic(), record.partition(), record.offset());
					}
				}
				long before = left;
				left = left(consumer, ends);
				// where records were compacted away a poll moves on without any
				if (records.isEmpty() && left == before) {
					throw new DataAccessResourceFailureException("the topic " + this.name + " does not answer");
				}
			}
		}
		catch (KafkaException ex) {
			throw new DataAccessResourceFailureException("the topic " + this.name + " cannot be read", ex);
		}
	}

	private static long left(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
		return ends.entrySet()
			.stream()
			.mapToLong((end) -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
			.sum();
	}

	private static boolean isEvent(ConsumerRecord<String, byte[]> record) {
		if (record.key() == null || record.value() == null) {
			return record.key() != null;
		}
		try {
			CloudEvent.from(record.headers());
			return true;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/** Position of an event in the history of its aggregate, from 1. */
	public static long sequence(ConsumerRecord<String, byte[]> event) {
		return CloudEvent.from(event.headers()).sequence();
	}

}
