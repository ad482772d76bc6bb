package recruitment.local.show;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Talks to the services as any client does. */
final class Http {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

	/** The body of a 200; missing for any other answer, and for none. */
	JsonNode get(String url) {
		return get(HttpRequest.newBuilder(URI.create(url)));
	}

	/** The same for whoever has the token. */
	JsonNode get(String url, String token) {
		return get(HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token));
	}

	private JsonNode get(HttpRequest.Builder request) {
		try {
			HttpResponse<byte[]> response = send(request);
			return (response.statusCode() == 200) ? JSON.readTree(response.body()) : MissingNode.getInstance();
		}
		catch (IOException | JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

	/**
	 * @throws ShowFailure if nobody answers
	 */
	HttpResponse<byte[]> post(String url, String idempotencyKey, Object body) {
		try {
			return send(HttpRequest.newBuilder(URI.create(url))
				.header("Content-Type", "application/json")
				.header("Idempotency-Key", idempotencyKey)
				.POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
		}
		catch (IOException ex) {
			throw new ShowFailure("%s does not answer. Is it running? infra/recruit status".formatted(url));
		}
	}

	static JsonNode json(byte[] body) {
		return JSON.readTree(body);
	}

	private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
		try {
			return this.client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

}
