package recruitment.platform.outbox;

/** The broker, as the relay sees it. */
interface EventSender {

	/**
	 * Sends one event to one topic and waits until the broker has acknowledged it.
	 * @param subject id of its aggregate
	 * @param sequence its position in the history of the aggregate, from 1
	 * @throws SendFailedException when it is not known to be there; it may be
	 */
	void send(String topic, String subject, long sequence, OutboxEntry event);

	/** The acknowledgement did not come. */
	final class SendFailedException extends RuntimeException {

		private final boolean retriable;

		/**
		 * @param retriable whether a later attempt with the same bytes may succeed
		 */
		SendFailedException(Throwable cause, boolean retriable) {
			super(cause);
			this.retriable = retriable;
		}

		boolean isRetriable() {
			return this.retriable;
		}

		/** Name of the error's class; its message may carry data. */
		String reason() {
			Throwable cause = getCause();
			return (cause != null) ? cause.getClass().getSimpleName() : "unknown";
		}

	}

}
