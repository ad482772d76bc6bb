package recruitment.platform.error;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitment.platform.privacy.WithoutMessages;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers every exception of a controller with a {@link Problem}. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

	private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

	private final ProblemRenderer renderer;

	ProblemAdvice(ProblemRenderer renderer) {
		this.renderer = renderer;
	}

	@ExceptionHandler
	@Nullable Object answer(Exception failure, HttpServletRequest request, HttpServletResponse response) {
		if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
			return null;
		}
		Problem problem = Problems.of(failure);
		if (problem.status() == HttpStatus.INTERNAL_SERVER_ERROR) {
			// the pattern of the address and not the address, which may be a secret link
			log.error("Failed to answer {} {}", request.getMethod(),
					request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE), WithoutMessages.of(failure));
		}
		HttpHeaders headers = (failure instanceof ErrorResponse told) ? told.getHeaders() : HttpHeaders.EMPTY;
		return this.renderer.render(problem, headers, request, response);
	}

}
