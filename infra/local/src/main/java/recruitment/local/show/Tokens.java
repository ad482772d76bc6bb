package recruitment.local.show;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import recruitment.local.LocalStack;
import recruitment.local.SignIn;

/**
 * Tokens for the APIs, one for each role, from the provider of this machine; where
 * another one is given, the token in {@code RECRUIT_TOKEN}, which has to have all roles.
 */
public final class Tokens {

	private static final String GIVEN = "RECRUIT_TOKEN";

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Map<String, String> known = new HashMap<>();

	private final LocalStack stack;

	public Tokens(LocalStack stack) {
		this.stack = stack;
	}

	/**
	 * @param role one of the roles of staff
	 * @throws ShowFailure if the provider does not answer, or gives none
	 */
	public String token(String role) {
		if (this.stack.given(this.stack.signIn()).isPresent()) {
			return Optional.ofNullable(System.getenv(GIVEN))
				.orElseThrow(() -> new ShowFailure(
						"OIDC_ISSUER gives the OpenID provider, so this needs a token of it: set " + GIVEN));
		}
		return this.known.computeIfAbsent(role, this::ask);
	}

	private String ask(String role) {
		if (SignIn.ROLES.stream().noneMatch(role::equals)) {
			throw new ShowFailure("There is no role %s, but: %s".formatted(role, String.join(" ", SignIn.ROLES)));
		}
		// its secret is its name
		String machine = "machine-%1$s:machine-%1$s".formatted(role);
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.stack.issuer() + "/oauth2/token"))
			.timeout(PATIENCE)
			.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(machine.getBytes(StandardCharsets.UTF_8)))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
			.build();
		try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
			HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
			String token = Http.json(answer.body()).path("access_token").asString("");
			if (token.isEmpty()) {
				throw new ShowFailure(
						"The provider at %s answers %d and gives no token. See: infra/recruit logs sign-in"
							.formatted(this.stack.issuer(), answer.statusCode()));
			}
			return token;
		}
		catch (IOException ex) {
			throw new ShowFailure("The provider at %s does not answer. Is it running? infra/recruit status"
				.formatted(this.stack.issuer()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ShowFailure("interrupted");
		}
	}

}
