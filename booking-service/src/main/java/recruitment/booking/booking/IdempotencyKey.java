package recruitment.booking.booking;

import java.util.List;
import java.util.regex.Pattern;

import com.github.f4b6a3.uuid.UuidCreator;
import org.jspecify.annotations.Nullable;
import recruitment.platform.error.Problem;

import org.springframework.http.HttpStatus;

/**
 * What a client sends with a request to book, and again when it repeats the request
 * because it has seen no answer.
 */
final class IdempotencyKey {

	static final String HEADER = "Idempotency-Key";

	private static final Pattern VISIBLE = Pattern.compile("[!-~]{16,128}");

	private IdempotencyKey() {
	}

	static String create() {
		return UuidCreator.getRandomBased().toString();
	}

	static String orCreate(@Nullable String key) {
		return (key != null && VISIBLE.matcher(key).matches()) ? key : create();
	}

	static String require(@Nullable String key) {
		if (key == null || !VISIBLE.matcher(key).matches()) {
			throw Problem.of(HttpStatus.BAD_REQUEST, "idempotency-key",
					"A booking needs the header Idempotency-Key, new for each booking and the same when it is repeated.")
				.withErrors(List.of(new Problem.FieldError(HEADER, "16 to 128 visible ASCII characters.")));
		}
		return key;
	}

}
