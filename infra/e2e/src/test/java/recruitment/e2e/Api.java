package recruitment.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One service's HTTP API, asked as any client would. */
final class Api {

	static final JsonMapper JSON = JsonMapper.builder().build();

	private static final HttpClient CLIENT = HttpClient.newBuilder()
		.connectTimeout(Duration.ofSeconds(5))
		.version(HttpClient.Version.HTTP_1_1)
		.build();

	private final URI base;

	Api(String base) {
		this.base = URI.create(base);
	}

	Answer get(String path) {
		return send(request(path).GET());
	}

	Answer post(String path, Object body, Map<String, String> headers) {
		HttpRequest.Builder request = request(path).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
		headers.forEach(request::header);
		return send(request);
	}

	Answer post(String path, Object body) {
		return post(path, body, Map.of());
	}

	Answer post(String path) {
		return send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
	}

	/** Changes what is at a path, as it is now. */
	Answer patch(String path, Object body) {
		return send(request(path).header("Content-Type", "application/json")
			.header("If-Match", get(path).header("ETag"))
			.method("PATCH", HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(this.base.resolve(path)).timeout(Duration.ofSeconds(20));
	}

	private static Answer send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.body(), response);
		}
		catch (IOException ex) {
			return new Answer(0, String.valueOf(ex), null);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What came back.
	 *
	 * @param status HTTP status; 0 when there was no answer
	 */
	record Answer(int status, String text, @org.jspecify.annotations.Nullable HttpResponse<String> response) {

		JsonNode json() {
			return JSON.readTree(this.text);
		}

		String header(String name) {
			return (this.response != null) ? this.response.headers().firstValue(name).orElse("") : "";
		}

	}

}
