package recruitment.signin;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Component;

/**
 * Tells every service that somebody has signed out, so that they are signed out
 * everywhere (OpenID Connect Back-Channel Logout 1.0). A service that is away keeps its
 * session until it times out.
 */
@Component
class BackChannel implements LogoutHandler {

	private static final Logger log = LoggerFactory.getLogger(BackChannel.class);

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

	private final SecurityContextLogoutHandler here = new SecurityContextLogoutHandler();

	private final SignInProperties properties;

	private final JwtEncoder encoder;

	BackChannel(SignInProperties properties, JwtEncoder encoder) {
		this.properties = properties;
		this.encoder = encoder;
	}

	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		if (authentication instanceof OidcLogoutAuthenticationToken logout) {
			if (logout.isPrincipalAuthenticated()) {
				this.here.logout(request, response, (Authentication) logout.getPrincipal());
			}
			if (logout.getIdToken() != null) {
				tellAll(Objects.requireNonNull(logout.getIdToken().getSubject()));
			}
		}
	}

	private void tellAll(String account) {
		String form = "logout_token=" + URLEncoder.encode(token(account), StandardCharsets.UTF_8);
		this.properties.desks().forEach((base) -> tell(base, form));
	}

	private void tell(String base, String form) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/logout/connect/back-channel/desk"))
			.timeout(PATIENCE)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form))
			.build();
		try {
			int status = this.http.send(request, BodyHandlers.discarding()).statusCode();
			if (status != 200) {
				log.warn("{} answered {} when it was told that somebody signed out", base, status);
			}
		}
		catch (IOException ex) {
			log.info("{} was not told that somebody signed out: it does not answer", base);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private String token(String account) {
		Instant now = Instant.now();
		JwtClaimsSet claims = JwtClaimsSet.builder()
			.issuer(this.properties.issuer())
			.subject(account)
			.audience(List.of(Clients.DESKS))
			.issuedAt(now)
			.expiresAt(now.plus(Duration.ofMinutes(2)))
			.id(UUID.randomUUID().toString())
			.claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
			.build();
		JwsHeader header = JwsHeader.with(SignatureAlgorithm.RS256).type("logout+jwt").build();
		return this.encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
	}

}
