package recruitment.platform.security;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session that is older than a day's work, however busy it is. */
class LongestSession extends OncePerRequestFilter {

	private final Duration longest;

	LongestSession(Duration longest) {
		this.longest = longest;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpSession session = request.getSession(false);
		if (session != null && isOver(session)) {
			session.invalidate();
			SecurityContextHolder.clearContext();
		}
		chain.doFilter(request, response);
	}

	/** Both times are those of the session's own clock. */
	private boolean isOver(HttpSession session) {
		return session.getLastAccessedTime() - session.getCreationTime() >= this.longest.toMillis();
	}

}
