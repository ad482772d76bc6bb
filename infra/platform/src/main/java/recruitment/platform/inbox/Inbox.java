package recruitment.platform.inbox;

import java.util.function.Consumer;
import java.util.function.Function;

import org.springframework.messaging.Message;

/** Makes the functions that Spring Cloud Stream binds to topics. */
public class Inbox {

	/**
	 * @param consumer name of this consumer in the metrics
	 * @param news sealed interface whose records, each with an
	 * {@link recruitment.platform.event.EventType}, are what this service hears; other
	 * types are skipped and counted
	 * @param handler must be idempotent: every event may come again, and does
	 */
	public <N> Consumer<Message<byte[]>> consumer(String consumer, Class<N> news,
			Function<Incoming<N>, Outcome> handler) {
		throw new UnsupportedOperationException();
	}

}
