package recruitment.platform.inbox;

import org.jspecify.annotations.Nullable;
import recruitment.platform.error.Unavailable;
import recruitment.platform.privacy.WithoutMessages;

/**
 * Why a record was not handled, sorted by what to do about it. Goes to the log, so it
 * carries classes and stack of the failure and not its messages. One class per sort,
 * since a change of class starts the count of tries anew.
 */
abstract sealed class FailedDelivery extends RuntimeException {

	private final String consumer;

	private final String type;

	private final String error;

	private FailedDelivery(String consumer, String type, String message, Throwable failure) {
		super(message, WithoutMessages.of(failure), false, false);
		this.consumer = consumer;
		this.type = type;
		this.error = failure.getClass().getName();
	}

	/**
	 * @param consumer name of the consumer in the metrics
	 * @param type wire name of the event, or {@link Inbox#UNKNOWN}
	 */
	static FailedDelivery of(String consumer, String type, Throwable failure) {
		if (failure instanceof PoisonException poison) {
			return new Poison(consumer, type, poison);
		}
		return Unavailable.isCauseOf(failure) ? new Dependency(consumer, type, failure)
				: new Bug(consumer, type, failure);
	}

	/** The one among the causes, or one made of a failure outside the handler. */
	static FailedDelivery in(@Nullable Throwable failure) {
		for (@Nullable
		Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof FailedDelivery delivery) {
				return delivery;
			}
		}
		return of(Inbox.UNKNOWN, Inbox.UNKNOWN, (failure != null) ? failure : new IllegalStateException());
	}

	String consumer() {
		return this.consumer;
	}

	String type() {
		return this.type;
	}

	/** Class of the failure. */
	String error() {
		return this.error;
	}

	/** The store or the broker is away: to be tried for as long as it takes. */
	static final class Dependency extends FailedDelivery {

		private Dependency(String consumer, String type, Throwable failure) {
			super(consumer, type, "the store or the broker is away", failure);
		}

	}

	/** The record is at fault: no use in trying again. */
	static final class Poison extends FailedDelivery {

		private Poison(String consumer, String type, PoisonException failure) {
			super(consumer, type, String.valueOf(failure.getMessage()), failure);
		}

	}

	/** The handler is at fault, or was unlucky: to be tried a few times. */
	static final class Bug extends FailedDelivery {

		private Bug(String consumer, String type, Throwable failure) {
			super(consumer, type, "the handler failed", failure);
		}

	}

}
