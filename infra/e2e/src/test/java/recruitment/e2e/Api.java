package recruitment.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One service's HTTP API, asked as any client would. */
final class Api {

	static final JsonMapper JSON = JsonMapper.builder().build();

	private static final HttpClient CLIENT = HttpClient.newBuilder()
		.connectTimeout(Duration.ofSeconds(5))
		.version(HttpClient.Version.HTTP_1_1)
		.build();

	/** In a form: the token that has to come back with it. */
	private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

	private final URI base;

	private final @Nullable String token;

	Api(String base) {
		this(base, null);
	}

	/**
	 * @param token of whoever asks
	 */
	Api(String base, @Nullable String token) {
		this.base = URI.create(base);
		this.token = token;
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

	/** Sends the form of a page without changing anything in it. */
	Answer submit(String path) {
		Answer page = get(path);
		Matcher token = FORM_TOKEN.matcher(page.text());
		String form = token.find() ? "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) : "";
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.header("Cookie", page.header("Set-Cookie").replaceFirst(";.*", ""))
			.POST(HttpRequest.BodyPublishers.ofString(form)));
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.base.resolve(path)).timeout(Duration.ofSeconds(20));
		return (this.token != null) ? request.header("Authorization", "Bearer " + this.token) : request;
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
	record Answer(int status, String text, @Nullable HttpResponse<String> response) {

		JsonNode json() {
			return JSON.readTree(this.text);
		}

		String header(String name) {
			return (this.response != null) ? this.response.headers().firstValue(name).orElse("") : "";
		}

	}

}
