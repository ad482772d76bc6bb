package recruitment.platform.error;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A refusal, as RFC 9457 tells it: a stable type, a sentence that a person understands,
 * and the fields it is about.
 */
public class Problem extends RuntimeException {

	private final HttpStatus status;

	private final String name;

	private final List<FieldError> errors;

	private final @Nullable Duration retryAfter;

	private Problem(HttpStatus status, String name, String sentence, List<FieldError> errors,
			@Nullable Duration retryAfter) {
		super(sentence, null, false, false);
		this.status = status;
		this.name = name;
		this.errors = List.copyOf(errors);
		this.retryAfter = retryAfter;
	}

	/**
	 * @param name the last part of the type, in lower case with hyphens:
	 * {@code evening-full}
	 * @param sentence what is wrong and what to do; no personal data
	 */
	public static Problem of(HttpStatus status, String name, String sentence) {
		return new Problem(status, name, sentence, List.of(), null);
	}

	public Problem withErrors(List<FieldError> errors) {
		return new Problem(this.status, this.name, sentence(), errors, this.retryAfter);
	}

	/**
	 * Tells the caller to come back, with the header {@code Retry-After} in whole
	 * seconds.
	 */
	public Problem retryAfter(Duration wait) {
		return new Problem(this.status, this.name, sentence(), this.errors, wait);
	}

	public HttpStatus status() {
		return this.status;
	}

	public URI type() {
		return URI.create("urn:recruitment:problem:" + this.name);
	}

	public String name() {
		return this.name;
	}

	public String sentence() {
		return String.valueOf(getMessage());
	}

	public List<FieldError> errors() {
		return this.errors;
	}

	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

	/**
	 * What is wrong with one field.
	 *
	 * @param field its name in the request
	 * @param message a sentence for a person; never repeats the value
	 */
	public record FieldError(String field, String message) {
	}

}
