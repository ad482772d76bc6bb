package recruitment.platform.error;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.template.TemplateAvailabilityProviders;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.ModelAndView;

/**
 * Tells a problem as {@code application/problem+json}, or, to a browser of a service with
 * pages, by its view {@code problem} with the attributes {@code type}, {@code title},
 * {@code status}, {@code detail}, {@code errors} and {@code traceId}.
 */
class ProblemRenderer {

	/** The service's own view, or that of the desks. */
	private static final List<String> VIEWS = List.of("problem", "desk/problem");

	private final ObjectProvider<Tracer> tracer;

	private final @Nullable String view;

	ProblemRenderer(ApplicationContext context, ObjectProvider<Tracer> tracer) {
		this.tracer = tracer;
		TemplateAvailabilityProviders templates = new TemplateAvailabilityProviders(context);
		this.view = VIEWS.stream()
			.filter((name) -> templates.getProvider(name, context) != null)
			.findFirst()
			.orElse(null);
	}

	/** What a handler returns to tell this problem. */
	Object render(Problem problem, HttpHeaders headers, HttpServletRequest request, HttpServletResponse response) {
		headers.forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
		if (problem.retryAfter() != null) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(problem.retryAfter().toSeconds(), 1)));
		}
		Body body = new Body(problem.type(), title(problem), problem.status().value(), problem.sentence(),
				problem.errors(), traceId());
		return (this.view != null && wantsPage(request)) ? page(this.view, body, problem.status())
				: ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(body);
	}

	private static ModelAndView page(String view, Body body, HttpStatus status) {
		Map<String, @Nullable Object> model = new HashMap<>();
		model.put("type", body.type());
		model.put("title", body.title());
		model.put("status", body.status());
		model.put("detail", body.detail());
		model.put("errors", body.errors());
		model.put("traceId", body.traceId());
		return new ModelAndView(view, model, status);
	}

	/** The name of the type in words: {@code evening-full} is "Evening full". */
	private static String title(Problem problem) {
		return StringUtils.capitalize(problem.name().replace('-', ' '));
	}

	private @Nullable String traceId() {
		Tracer available = this.tracer.getIfAvailable();
		Span span = (available != null) ? available.currentSpan() : null;
		return (span != null) ? span.context().traceId() : null;
	}

	private static boolean wantsPage(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		String path = (failed != null) ? failed.toString() : request.getRequestURI();
		return !path.startsWith("/api/") && acceptsHtml(request.getHeader(HttpHeaders.ACCEPT));
	}

	private static boolean acceptsHtml(@Nullable String accept) {
		try {
			return MediaType.parseMediaTypes(accept)
				.stream()
				.anyMatch((type) -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML));
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

	/** RFC 9457, sections 3.1 and 3.2. */
	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	record Body(URI type, String title, int status, String detail, List<Problem.FieldError> errors,
			@Nullable String traceId) {
	}

}
