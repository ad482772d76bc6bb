package recruitment.notification.intent;

/** Where an intent stands. */
enum IntentStatus {

	/** Not tried yet. */
	NEW,
	/** To be tried again. */
	RETRY,
	/** Somebody is sending it, under a lease. */
	SENDING,
	/** The provider has taken it over. */
	SENT,
	/** Given up: refused by the provider, or too late. */
	FAILED,
	/** A newer message about the same booking says more. */
	SUPERSEDED,
	/** Twice complete without a reply; it may have arrived, and is not sent again. */
	UNCERTAIN,
	/** Not to be sent by itself: its news was old, or the evening over, when it came. */
	HELD,
	/** Not sent: the address had been sent enough of the same kind that day. */
	SUPPRESSED;

	boolean isOpen() {
		return this == NEW || this == RETRY;
	}

}
