package recruitment.notification.intent;

/** How far an attempt has come, as written down before it goes on. */
enum Phase {

	/** The message cannot have been taken over yet. */
	CLAIMED,
	/** It may have been. */
	COMMITTING

}
