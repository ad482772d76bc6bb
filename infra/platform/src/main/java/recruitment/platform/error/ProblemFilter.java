package recruitment.platform.error;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitment.platform.privacy.WithoutMessages;

import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a body that is too large, by its {@code Content-Length} at once, without one as
 * soon as more than the limit has been read; and turns what other filters throw into a
 * {@link Problem}.
 */
class ProblemFilter extends OncePerRequestFilter {

	static final String PROBLEM = ProblemFilter.class.getName() + ".problem";

	private static final Logger log = LoggerFactory.getLogger(ProblemFilter.class);

	private final long maxBody;

	ProblemFilter(DataSize maxBody) {
		this.maxBody = maxBody.toBytes();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException {
		if (request.getContentLengthLong() > this.maxBody) {
			refuse(Problems.of(HttpStatus.CONTENT_TOO_LARGE), request, response);
			return;
		}
		try {
			chain.doFilter(new LimitedRequest(request, this.maxBody), response);
		}
		catch (Exception ex) {
			if (response.isCommitted()) {
				throw new IOException(WithoutMessages.of(ex));
			}
			Problem problem = Problems.of(ex);
			if (problem.status() == HttpStatus.INTERNAL_SERVER_ERROR) {
				log.error("Failed outside of the controllers", WithoutMessages.of(ex));
			}
			refuse(problem, request, response);
		}
	}

	private static void refuse(Problem problem, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		request.setAttribute(PROBLEM, problem);
		response.sendError(problem.status().value());
	}

}
