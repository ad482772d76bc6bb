package recruitment.platform.security;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each page a number that only its own scripts carry, as {@code ${nonce}}: what
 * somebody smuggles in has none, and a browser does not run it.
 */
class NonceFilter extends OncePerRequestFilter {

	static final String NONCE = "nonce";

	private static final int BYTES = 16;

	private final SecureRandom random = new SecureRandom();

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		byte[] nonce = new byte[BYTES];
		this.random.nextBytes(nonce);
		request.setAttribute(NONCE, Base64.getEncoder().withoutPadding().encodeToString(nonce));
		chain.doFilter(request, response);
	}

	/** The page of an error is a page too. */
	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

}
