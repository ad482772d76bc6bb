package recruitment.signin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The desks, to which people sign in, and one machine for each role. */
@Configuration(proxyBeanMethods = false)
class Clients {

	static final String DESKS = "recruitment-desks";

	/** {@code machine-ops} has the role {@code ops}; its secret is its name. */
	static final String MACHINE = "machine-";

	private static final String SECRET = "{noop}local";

	private static final TokenSettings TOKENS = TokenSettings.builder()
		.accessTokenTimeToLive(Duration.ofHours(1))
		.build();

	@Bean
	RegisteredClientRepository registeredClients(SignInProperties properties) {
		List<RegisteredClient> clients = new ArrayList<>();
		clients.add(desks(properties.desks()));
		Accounts.ROLES.forEach((role) -> clients.add(machine(role)));
		return new InMemoryRegisteredClientRepository(clients);
	}

	private static RegisteredClient desks(List<String> bases) {
		return RegisteredClient.withId(DESKS)
			.clientId(DESKS)
			.clientSecret(SECRET)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUris((uris) -> bases.forEach((base) -> uris.add(base + "/login/oauth2/code/desk")))
			.postLogoutRedirectUris((uris) -> bases.forEach((base) -> uris.add(base + "/signed-out")))
			.scope(OidcScopes.OPENID)
			.scope(OidcScopes.PROFILE)
			.clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build())
			.tokenSettings(TOKENS)
			.build();
	}

	private static RegisteredClient machine(String role) {
		return RegisteredClient.withId(MACHINE + role)
			.clientId(MACHINE + role)
			.clientSecret("{noop}" + MACHINE + role)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			.tokenSettings(TOKENS)
			.build();
	}

}
