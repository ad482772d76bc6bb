package recruitment.platformtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

/**
 * An issuer of tokens, with its keys where services look for them. Nobody signs in here:
 * it signs what the test says.
 */
public final class TestIssuer {

	private static final Duration VALID = Duration.ofHours(1);

	private static final TestIssuer SHARED = new TestIssuer();

	private final HttpServer server;

	private final RSAKey key;

	private TestIssuer() {
		try {
			this.key = new RSAKeyGenerator(2048).keyID("test").generate();
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		serve("/.well-known/openid-configuration", """
				{"issuer":"%1$s","jwks_uri":"%1$s/keys","authorization_endpoint":"%1$s/authorize",\
				"token_endpoint":"%1$s/token","subject_types_supported":["public"]}""".formatted(url()));
		serve("/keys", new JWKSet(this.key.toPublicJWK()).toString());
		this.server.start();
	}

	private void serve(String path, String json) {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		this.server.createContext(path, (exchange) -> {
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
	}

	private String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** The {@code iss} of its tokens. */
	public static String issuer() {
		return SHARED.url();
	}

	/** A token for the APIs of the services. */
	public static String token(String... roles) {
		return token("recruitment", Instant.now().plus(VALID), roles);
	}

	/** A token with another audience, or another end. */
	public static String token(String audience, Instant expires, String... roles) {
		JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer(issuer())
			.subject("test")
			.audience(audience)
			.issueTime(Date.from(expires.minus(VALID)))
			.expirationTime(Date.from(expires))
			.claim("roles", List.of(roles))
			.build();
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims);
		try {
			token.sign(new RSASSASigner(SHARED.key));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return token.serialize();
	}

}
