package recruitment.platform.inbox;

import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitment.platform.deadletter.DeadLetters;
import recruitment.platform.privacy.WithoutMessages;

import org.springframework.kafka.listener.ConsumerAwareRecordRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * What happens to a record that was not handled: it comes again, or goes to the dead
 * letters, and its offset is committed only when the broker has acknowledged it there.
 * Stands in for the retries and dead letters of the binder, which commit the offset of a
 * record that reached neither the handler nor the dead letters. See
 * infra/docs/protocols.md, section 3.
 */
class InboxErrorHandler extends DefaultErrorHandler {

	/** Not that of this class, to which spring-kafka tells the same at greater length. */
	private static final Logger log = LoggerFactory.getLogger(Inbox.class);

	private static final BackOff NONE = new FixedBackOff(0, 0);

	/** Three tries within two seconds. */
	private static final FixedBackOff FEW = new FixedBackOff(700, 2);

	/**
	 * @param group consumer group of the container
	 */
	InboxErrorHandler(MessageListenerContainer container, String group, DeadLetters deadLetters,
			InboxProperties properties, InboxMeters meters) {
		super(new GivingUp(container, group, deadLetters, properties), FEW);
		ExponentialBackOff patient = new ExponentialBackOff(properties.firstWait().toMillis(), 2);
		patient.setMaxInterval(properties.longestWait().toMillis());
		setBackOffFunction((record, failure) -> switch (FailedDelivery.in(failure)) {
			case FailedDelivery.Dependency _ -> patient;
			case FailedDelivery.Poison _ -> NONE;
			case FailedDelivery.Bug _ -> FEW;
		});
		setRetryListeners(new Told(meters));
		// the classes of FailedDelivery decide, not those of spring-kafka
		setClassifications(Map.of(), true);
		// a record that is given up is not handled three times more when that fails
		setResetStateOnRecoveryFailure(false);
	}

	/** Looks through what messaging wraps around a failure: its class decides. */
	@Override
	public void handleRemaining(Exception thrown, List<ConsumerRecord<?, ?>> records, Consumer<?, ?> consumer,
			MessageListenerContainer container) {
		super.handleRemaining(FailedDelivery.in(thrown), records, consumer, container);
	}

	/**
	 * Sends to the dead letters; when that fails, waits before the record comes again.
	 */
	private record GivingUp(MessageListenerContainer container, String group, DeadLetters deadLetters,
			InboxProperties properties) implements ConsumerAwareRecordRecoverer {

		@Override
		@SuppressWarnings("unchecked")
		public void accept(ConsumerRecord<?, ?> record, @Nullable Consumer<?, ?> consumer,
				@Nullable Exception failure) {
			try {
				this.deadLetters.send(this.group, (ConsumerRecord<byte[], byte[]>) record,
						FailedDelivery.in(failure).error());
			}
			catch (RuntimeException ex) {
				log.error("{}-{}@{} stays, its dead letter was not acknowledged", record.topic(), record.partition(),
						record.offset(), WithoutMessages.of(ex));
				rest();
				throw ex;
			}
		}

		private void rest() {
			try {
				ListenerUtils.stoppableSleep(this.container, this.properties.deadLetterWait().toMillis());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

	/** Counts and logs, without the data. */
	private record Told(InboxMeters meters) implements RetryListener {

		@Override
		public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception thrown, int attempt) {
			FailedDelivery failure = FailedDelivery.in(thrown);
			boolean comesAgain = switch (failure) {
				case FailedDelivery.Dependency _ -> true;
				case FailedDelivery.Poison _ -> false;
				case FailedDelivery.Bug _ -> attempt <= FEW.getMaxAttempts();
			};
			if (comesAgain) {
				this.meters.retried(failure);
			}
			if (attempt == 1) {
				log.warn("{}-{}@{} failed in {}", record.topic(), record.partition(), record.offset(),
						failure.consumer(), failure);
			}
		}

		@Override
		public void recovered(ConsumerRecord<?, ?> record, @Nullable Exception thrown) {
			this.meters.dead(FailedDelivery.in(thrown));
			log.error("{}-{}@{} is a dead letter now", record.topic(), record.partition(), record.offset());
		}

	}

}
