package recruitment.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.mongodb.spring.session.MongoIndexedSessionRepository;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/**
 * Ends all sessions that somebody has at this service, on every device: when they sign
 * out here, and when the provider says that they did so elsewhere (OpenID Connect
 * Back-Channel Logout).
 */
class SignOut implements LogoutHandler {

	private final MongoIndexedSessionRepository sessions;

	SignOut(MongoIndexedSessionRepository sessions) {
		this.sessions = sessions;
	}

	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		if (authentication != null) {
			endAll(authentication.getName());
		}
	}

	/**
	 * @param authentication holds the verified logout token of the provider
	 */
	void atTheProvider(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		if (authentication != null && authentication.getPrincipal() instanceof OidcLogoutToken token
				&& token.getSubject() != null) {
			endAll(token.getSubject());
		}
	}

	private void endAll(String person) {
		this.sessions.findByPrincipalName(person).keySet().forEach(this.sessions::deleteById);
	}

}
