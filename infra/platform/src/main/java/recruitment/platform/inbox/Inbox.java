package recruitment.platform.inbox;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import org.springframework.integration.IntegrationMessageHeaderAccessor;
import org.springframework.messaging.Message;

/** Makes the functions that Spring Cloud Stream binds to topics. */
public class Inbox {

	/** Type in the metrics of what this service does not hear. */
	static final String UNKNOWN = "unknown";

	private final Decoder decoder = new Decoder();

	private final InboxMeters meters;

	private final Clock clock;

	Inbox(InboxMeters meters, Clock clock) {
		this.meters = meters;
		this.clock = clock;
	}

	/**
	 * @param consumer name of this consumer in the metrics
	 * @param news sealed interface whose records, each with an
	 * {@link recruitment.platform.event.EventType}, are what this service hears; other
	 * types are skipped and counted, and so are tombstones
	 * @param handler must be idempotent: every event may come again, and does
	 */
	public <N> Consumer<Message<byte[]>> consumer(String consumer, Class<N> news,
			Function<Incoming<N>, Outcome> handler) {
		News<N> heard = new News<>(news);
		return (message) -> receive(consumer, heard, handler, record(message));
	}

	/**
	 * The record as it came: Spring Cloud Function renames headers of CloudEvents on
	 * their way through.
	 */
	@SuppressWarnings("unchecked")
	private static ConsumerRecord<?, byte[]> record(Message<?> message) {
		Object record = message.getHeaders().get(IntegrationMessageHeaderAccessor.SOURCE_DATA);
		if (record instanceof ConsumerRecord<?, ?>) {
			return (ConsumerRecord<?, byte[]>) record;
		}
		throw new IllegalStateException("a message without its Kafka record");
	}

	private <N> void receive(String consumer, News<N> heard, Function<Incoming<N>, Outcome> handler,
			ConsumerRecord<?, byte[]> record) {
		String counted = UNKNOWN;
		try {
			if (record.value() == null) {
				this.meters.skipped(consumer, counted);
				return;
			}
			String type = Decoder.header(record, Decoder.TYPE);
			@Nullable Class<? extends N> known = heard.record(type);
			if (known == null) {
				this.meters.skipped(consumer, counted);
				return;
			}
			counted = type;
			Incoming<N> incoming = this.decoder.decode(record, known);
			Outcome outcome = handler.apply(incoming);
			this.meters.handled(consumer, type, outcome, Duration.between(incoming.at(), this.clock.instant()));
		}
		catch (RuntimeException ex) {
			throw FailedDelivery.of(consumer, counted, ex);
		}
	}

}
