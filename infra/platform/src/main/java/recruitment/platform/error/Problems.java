package recruitment.platform.error;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import recruitment.platform.error.Problem.FieldError;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Which problem an exception is. Never repeats what the caller sent, except the names of
 * fields.
 */
final class Problems {

	private static final Duration COME_BACK = Duration.ofSeconds(2);

	private static final String WRONG_KIND = "This value is not of the expected kind.";

	private static final int LONGEST_NAME = 100;

	private Problems() {
	}

	static Problem of(Throwable failure) {
		// a refusal while the body is read comes wrapped by what reads it
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof Problem problem) {
				return problem;
			}
		}
		return switch (failure) {
			case BindingResult answers -> invalid(fields(answers.getFieldErrors()));
			case HandlerMethodValidationException arguments -> invalid(arguments.getParameterValidationResults()
				.stream()
				.flatMap((result) -> fields(result).stream())
				.toList());
			case MethodArgumentTypeMismatchException mismatch when mismatch.getParameter()
				.hasParameterAnnotation(PathVariable.class) -> of(HttpStatus.NOT_FOUND);
			case MethodArgumentTypeMismatchException mismatch ->
				invalid(List.of(new FieldError(mismatch.getName(), WRONG_KIND)));
			case MissingRequestHeaderException missing ->
				invalid(List.of(new FieldError(missing.getHeaderName(), "This header is missing.")));
			case MissingServletRequestParameterException missing ->
				invalid(List.of(new FieldError(missing.getParameterName(), "This parameter is missing.")));
			case HttpMessageNotReadableException unreadable -> unreadable(unreadable.getCause());
			case InvalidParameterException form -> of(HttpStatus.valueOf(form.getErrorCode()));
			case ErrorResponse response -> of(HttpStatus.valueOf(response.getStatusCode().value()));
			case OptimisticLockingFailureException _ -> Problem.of(HttpStatus.CONFLICT, "try-again",
					"Others were changing this at the same moment. Please try again.");
			case Throwable outage when Unavailable.isCauseOf(outage) -> unavailable();
			default -> of(HttpStatus.INTERNAL_SERVER_ERROR);
		};
	}

	/** The problem that a status alone tells. */
	static Problem of(HttpStatus status) {
		return switch (status) {
			case NOT_FOUND -> Problem.of(status, "not-found", "There is nothing at this address.");
			case METHOD_NOT_ALLOWED ->
				Problem.of(status, "method-not-allowed", "This address does not offer this method; see Allow.");
			case NOT_ACCEPTABLE ->
				Problem.of(status, "not-acceptable", "The answer cannot be given in a form that Accept names.");
			case CONTENT_TOO_LARGE -> Problem.of(status, "too-large", "The request is too large.");
			case UNSUPPORTED_MEDIA_TYPE -> Problem.of(status, "unsupported-media-type",
					"A body of this Content-Type is not understood; see Accept.");
			case SERVICE_UNAVAILABLE -> unavailable();
			case INTERNAL_SERVER_ERROR ->
				Problem.of(status, "internal", "Something went wrong on our side. Please try again later.");
			default -> Problem.of(status, status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-'),
					status.is4xxClientError() ? "The request is not understood."
							: "Something went wrong on our side. Please try again later.");
		};
	}

	private static Problem unavailable() {
		return Problem
			.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable",
					"The service cannot take this at the moment; nothing was stored. Please try again shortly.")
			.retryAfter(COME_BACK);
	}

	private static Problem invalid(List<FieldError> errors) {
		return Problem.of(HttpStatus.BAD_REQUEST, "invalid", "Some of what was sent cannot be accepted; see errors.")
			.withErrors(errors);
	}

	private static Problem unreadable(@Nullable Throwable cause) {
		return switch (cause) {
			case UnrecognizedPropertyException unknown ->
				Problem.of(HttpStatus.BAD_REQUEST, "unknown-field", "The request has a field that is not known.")
					.withErrors(List.of(new FieldError(path(unknown), "This field is not known.")));
			case DatabindException mismatch when !mismatch.getPath().isEmpty() ->
				invalid(List.of(new FieldError(path(mismatch), WRONG_KIND)));
			case JacksonException json when json.getLocation() != null -> Problem.of(HttpStatus.BAD_REQUEST,
					"malformed", "The body is not valid JSON; look at line %d, column %d."
						.formatted(json.getLocation().getLineNr(), json.getLocation().getColumnNr()));
			case null, default ->
				Problem.of(HttpStatus.BAD_REQUEST, "malformed", "The request needs a body of valid JSON.");
		};
	}

	private static List<FieldError> fields(ParameterValidationResult argument) {
		if (argument instanceof ParameterErrors body) {
			return fields(body.getFieldErrors());
		}
		String parameter = name(argument.getMethodParameter().getParameterName());
		return argument.getResolvableErrors()
			.stream()
			.map((error) -> new FieldError(parameter, sentence(error, false)))
			.toList();
	}

	private static List<FieldError> fields(List<org.springframework.validation.FieldError> errors) {
		return errors.stream()
			.map((error) -> new FieldError(name(error.getField()), sentence(error, error.isBindingFailure())))
			.toList();
	}

	private static String sentence(MessageSourceResolvable error, boolean bindingFailure) {
		String message = error.getDefaultMessage();
		// the message of a failed binding repeats the value
		return (bindingFailure || message == null) ? WRONG_KIND : message;
	}

	private static String path(JacksonException failure) {
		List<String> names = new ArrayList<>();
		for (JacksonException.Reference step : failure.getPath()) {
			names.add((step.getPropertyName() != null) ? step.getPropertyName() : String.valueOf(step.getIndex()));
		}
		return name(names.stream().collect(Collectors.joining(".")));
	}

	private static String name(@Nullable String name) {
		String printable = String.valueOf(name).replaceAll("\\p{Cntrl}", "?");
		return (printable.length() > LONGEST_NAME) ? printable.substring(0, LONGEST_NAME) + "…" : printable;
	}

}
