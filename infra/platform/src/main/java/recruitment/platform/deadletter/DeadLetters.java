package recruitment.platform.deadletter;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import recruitment.platform.event.Topics;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.ProducerListener;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Copies records to the dead-letter topic of a consumer group: same partition, key, value
 * and headers, and four headers that say where the record stood and which class of error
 * it met. Never its message, which may repeat personal data.
 */
public class DeadLetters implements DisposableBean {

	/** Topic that the record came from. */
	public static final String TOPIC = "dead_topic";

	/** Its partition there, in decimal. */
	public static final String PARTITION = "dead_partition";

	/** Its offset there, in decimal. */
	public static final String OFFSET = "dead_offset";

	/** Class of the error. */
	public static final String ERROR = "dead_error";

	private static final Duration DELIVERY = Duration.ofSeconds(15);

	/** Room for the headers that a record of the largest size gains. */
	private static final int LARGEST = 2 * 1024 * 1024;

	private final DefaultKafkaProducerFactory<byte[], byte[]> producers;

	private final KafkaTemplate<byte[], byte[]> kafka;

	/**
	 * @param connection how to reach the broker; what makes a send durable is set here
	 */
	DeadLetters(Map<String, Object> connection) {
		Map<String, Object> settings = new HashMap<>(connection);
		settings.put(ProducerConfig.ACKS_CONFIG, "all");
		settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
		settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST);
		settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
		settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
		settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis());
		this.producers = new DefaultKafkaProducerFactory<>(settings, new ByteArraySerializer(),
				new ByteArraySerializer());
		this.kafka = new KafkaTemplate<>(this.producers);
		// who sends is told, and tells
		this.kafka.setProducerListener(new ProducerListener<>() {
		});
	}

	/**
	 * Returns when the broker has acknowledged the copy.
	 * @param group consumer group that gives the record up
	 * @param error class of the error
	 * @throws KafkaException when it did not; the record may have arrived all the same
	 */
	public void send(String group, ConsumerRecord<byte[], byte[]> record, String error) {
		Headers headers = new RecordHeaders(record.headers());
		put(headers, TOPIC, record.topic());
		put(headers, PARTITION, Integer.toString(record.partition()));
		put(headers, OFFSET, Long.toString(record.offset()));
		put(headers, ERROR, error);
		ProducerRecord<byte[], byte[]> copy = new ProducerRecord<>(Topics.deadLetters(group, record.topic()),
				record.partition(), record.key(), record.value(), headers);
		try {
			this.kafka.send(copy).get(2 * DELIVERY.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new KafkaException("dead letter not acknowledged", ex);
		}
		catch (InterruptedException ex) {
			throw new InterruptException(ex);
		}
	}

	private static void put(Headers headers, String name, String value) {
		headers.remove(name).add(name, value.getBytes(UTF_8));
	}

	@Override
	public void destroy() {
		this.producers.destroy();
	}

}
