package recruitment.signin;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** What tokens say, and the key that signs them: a new one with each start. */
@Configuration(proxyBeanMethods = false)
class Tokens {

	/** What the APIs of the services want to read in {@code aud}. */
	private static final String AUDIENCE = "recruitment";

	@Bean
	JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		KeyPair pair = generator.generateKeyPair();
		return new ImmutableJWKSet<>(
				new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic()).privateKey(pair.getPrivate())
					.keyID(UUID.randomUUID().toString())
					.build()));
	}

	@Bean
	JwtEncoder encoder(JWKSource<SecurityContext> keys) {
		return new NimbusJwtEncoder(keys);
	}

	@Bean
	AuthorizationServerSettings addresses(SignInProperties properties) {
		return AuthorizationServerSettings.builder().issuer(properties.issuer()).build();
	}

	@Bean
	OAuth2TokenCustomizer<JwtEncodingContext> claims() {
		return (context) -> {
			context.getClaims().claim("roles", roles(context));
			if (context.getTokenType().equals(OAuth2TokenType.ACCESS_TOKEN)) {
				context.getClaims().audience(List.of(AUDIENCE));
			}
			else if (context.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
				String account = person(context).getName();
				context.getClaims().claim("preferred_username", account).claim("name", Accounts.fullName(account));
			}
		};
	}

	private static List<String> roles(JwtEncodingContext context) {
		String client = context.getRegisteredClient().getClientId();
		if (client.startsWith(Clients.MACHINE)) {
			return List.of(client.substring(Clients.MACHINE.length()));
		}
		return person(context).getAuthorities()
			.stream()
			.map(GrantedAuthority::getAuthority)
			.filter(Accounts.ROLES::contains)
			.toList();
	}

	private static Authentication person(JwtEncodingContext context) {
		return Objects.requireNonNull(context.<Authentication>getPrincipal());
	}

}
