package recruitment.local;

/**
 * A part did not start. The message says what is wrong, who is in the way, and the fix.
 */
public final class StartFailure extends RuntimeException {

	StartFailure(String message) {
		super(message);
	}

}
