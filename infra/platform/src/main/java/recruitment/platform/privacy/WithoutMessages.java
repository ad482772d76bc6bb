package recruitment.platform.privacy;

import org.jspecify.annotations.Nullable;

/**
 * An exception as it may be logged: classes and stack frames, without the messages, since
 * those of others' code may carry what a person typed.
 */
public final class WithoutMessages extends Exception {

	private static final int DEEPEST = 10;

	private WithoutMessages(Throwable failure, @Nullable Throwable cause) {
		super(failure.getClass().getName(), cause, false, true);
		setStackTrace(failure.getStackTrace());
	}

	public static WithoutMessages of(Throwable failure) {
		return of(failure, DEEPEST);
	}

	private static WithoutMessages of(Throwable failure, int depth) {
		Throwable cause = failure.getCause();
		return new WithoutMessages(failure, (cause != null && depth > 1) ? of(cause, depth - 1) : null);
	}

	@Override
	public String toString() {
		return String.valueOf(getMessage());
	}

}
