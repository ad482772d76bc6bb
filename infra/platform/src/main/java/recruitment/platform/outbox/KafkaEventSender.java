package recruitment.platform.outbox;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import recruitment.platform.event.CloudEvent;

import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.ProducerListener;

/**
 * Sends events with a producer of its own, whose settings the order of events depends on.
 */
final class KafkaEventSender implements EventSender, AutoCloseable {

	/** The producer's own answer comes first; this only guards against a dead one. */
	private static final Duration MARGIN = Duration.ofSeconds(2);

	private final ProducerFactory<String, byte[]> producers;

	private final KafkaTemplate<String, byte[]> kafka;

	private final String service;

	private final Duration longest;

	/**
	 * @param producers how the application connects to Kafka; its tuning is replaced
	 * @param service name of this service, for {@code ce_source}
	 */
	@SuppressWarnings("unchecked")
	KafkaEventSender(ProducerFactory<?, ?> producers, OutboxProperties properties, String service) {
		this.producers = ((ProducerFactory<String, byte[]>) producers)
			.copyWithConfigurationOverride(settings(properties, service));
		this.kafka = new KafkaTemplate<>(this.producers);
		// failures are counted and told by health; the default listener would log each,
		// with its key
		this.kafka.setProducerListener(new ProducerListener<>() {
		});
		this.service = service;
		this.longest = properties.deliveryTimeout().plus(MARGIN);
	}

	private static Map<String, Object> settings(OutboxProperties properties, String service) {
		int delivery = Math.toIntExact(properties.deliveryTimeout().toMillis());
		return Map.ofEntries(Map.entry(ProducerConfig.CLIENT_ID_CONFIG, service + "-outbox"),
				Map.entry(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class),
				Map.entry(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
				Map.entry(ProducerConfig.ACKS_CONFIG, "all"), Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
				Map.entry(ProducerConfig.LINGER_MS_CONFIG, 5), Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
				Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, delivery),
				Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, delivery / 3),
				Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1000),
				Map.entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000));
	}

	@Override
	public void send(String topic, String subject, long sequence, OutboxEntry event) {
		String key = (event.key() != null) ? event.key() : subject;
		CloudEvent attributes = new CloudEvent(this.service, event.id(), event.type(), event.at(), subject, sequence,
				event.traceparent());
		ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, null, key, event.data(),
				attributes.headers());
		try {
			this.kafka.send(message).get(this.longest.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new SendFailedException(ex, true);
		}
		catch (ExecutionException | KafkaException | org.springframework.kafka.KafkaException ex) {
			Throwable cause = rootCause(ex);
			throw new SendFailedException(cause, isRetriable(cause));
		}
		catch (TimeoutException ex) {
			throw new SendFailedException(ex, true);
		}
	}

	private static Throwable rootCause(Throwable error) {
		Throwable cause = error;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		return cause;
	}

	/** Whatever is not known to be the record's own fault is taken to pass. */
	private static boolean isRetriable(Throwable error) {
		return !(error instanceof RecordTooLargeException || error instanceof RecordBatchTooLargeException
				|| error instanceof SerializationException || error instanceof AuthorizationException
				|| error instanceof InvalidTopicException || error instanceof InvalidRecordException);
	}

	@Override
	public void close() {
		this.producers.reset();
	}

}
