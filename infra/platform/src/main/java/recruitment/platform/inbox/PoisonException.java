package recruitment.platform.inbox;

/**
 * A record that cannot be an event that this service hears, now or later: it goes to the
 * dead letters at once. The message names what is wrong and repeats nothing of the data.
 */
public class PoisonException extends RuntimeException {

	public PoisonException(String message) {
		super(message);
	}

}
