package recruitment.platform.security;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;

/**
 * Remembers no sessions: those of a person are found in the store, where other instances
 * find them too.
 */
class NoOidcSessions implements OidcSessionRegistry {

	@Override
	public void saveSessionInformation(OidcSessionInformation session) {
		// see SignOut
	}

	@Override
	@SuppressWarnings("NullAway") // null is "none", as the interface says
	public @Nullable OidcSessionInformation removeSessionInformation(String session) {
		return null;
	}

	@Override
	public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken token) {
		return List.of();
	}

}
