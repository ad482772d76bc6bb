package recruitment.platform.inbox;

import recruitment.platform.error.Unavailable;

import org.jspecify.annotations.Nullable;

/**
 * Why a record was not handled, sorted by what to do about it. Carries the class and the
 * stack of the failure, and neither its message nor the failure itself: they may repeat
 * personal data, and this goes to the log. One class per sort, since a change of class
 * starts the count of tries anew.
 */
abstract sealed class FailedDelivery extends RuntimeException {

	private final String consumer;

	private final String type;

	private final String error;

	private FailedDelivery(String consumer, String type, Throwable failure) {
		super(chain(failure), null, false, true);
		this.consumer = consumer;
		this.type = type;
		this.error = failure.getClass().getName();
		setStackTrace(failure.getStackTrace());
	}

	static FailedDelivery of(String consumer, String type, Throwable failure) {
		if (failure instanceof PoisonException) {
			return new Poison(consumer, type, failure);
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

	private static String chain(Throwable failure) {
		StringBuilder classes = new StringBuilder();
		for (@Nullable
		Throwable cause = failure; cause != null; cause = cause.getCause()) {
			classes.append(classes.isEmpty() ? "" : ", caused by ").append(cause.getClass().getName());
		}
		return (failure instanceof PoisonException) ? classes + ": " + failure.getMessage() : classes.toString();
	}

	String consumer() {
		return this.consumer;
	}

	/** Wire name of the event, if it is one that is heard. */
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
			super(consumer, type, failure);
		}

	}

	/** The record is at fault: no use in trying again. */
	static final class Poison extends FailedDelivery {

		private Poison(String consumer, String type, Throwable failure) {
			super(consumer, type, failure);
		}

	}

	/** The handler is at fault, or was unlucky: to be tried a few times. */
	static final class Bug extends FailedDelivery {

		private Bug(String consumer, String type, Throwable failure) {
			super(consumer, type, failure);
		}

	}

}
