package recruitment.platform.security;

import java.net.URI;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.header.HeaderWriter;

/**
 * The Content-Security-Policy of every page that does not set its own: nothing inline,
 * nothing of others, and in no frame.
 */
class ContentPolicy implements HeaderWriter {

	private static final String HEADER = "Content-Security-Policy";

	private final String provider;

	/**
	 * @param issuer to whom the form leads that signs out
	 */
	ContentPolicy(URI issuer) {
		this.provider = issuer.getScheme() + "://" + issuer.getRawAuthority();
	}

	@Override
	public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
		if (response.containsHeader(HEADER)) {
			return;
		}
		Object nonce = request.getAttribute(NonceFilter.NONCE);
		String scripts = (nonce != null) ? "'nonce-" + nonce + "' 'strict-dynamic'" : "'none'";
		response.setHeader(HEADER, """
				default-src 'none'; script-src %s; style-src 'self'; img-src 'self' data:; font-src 'self'; \
				connect-src 'self'; form-action 'self' %s; frame-ancestors 'none'; base-uri 'none'""".formatted(scripts,
				this.provider));
	}

}
