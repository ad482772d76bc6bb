package recruitment.local.command;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import recruitment.local.Service;
import recruitment.local.show.Tokens;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service offers those who run it. */
final class Actuator {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private final Service service;

	private final Tokens tokens;

	Actuator(Service service, Tokens tokens) {
		this.service = service;
		this.tokens = tokens;
	}

	/**
	 * @throws Refusal if the service does not run, or cannot do it now
	 */
	JsonNode get(String endpoint) {
		return send(request(endpoint).GET());
	}

	/**
	 * @param body what is asked for, as JSON
	 * @throws Refusal if the service does not run, or cannot do it now
	 */
	JsonNode post(String endpoint, Object body) {
		return send(request(endpoint).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
	}

	private HttpRequest.Builder request(String endpoint) {
		return HttpRequest.newBuilder(URI.create(this.service.managementUrl() + "/actuator/" + endpoint))
			.timeout(PATIENCE)
			.header("Authorization", "Bearer " + this.tokens.token("ops"));
	}

	private JsonNode send(HttpRequest.Builder request) {
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
			if (response.statusCode() != 200) {
				throw new Refusal("The %s service cannot do that now (it answers %d). Broker and store must run: "
					.formatted(this.service.name(), response.statusCode()) + "infra/recruit status");
			}
			return JSON.readTree(response.body());
		}
		catch (ConnectException ex) {
			throw new Refusal(
					"The %1$s service does not run. Start it: infra/recruit start %1$s".formatted(this.service.name()));
		}
		catch (IOException | JacksonException ex) {
			throw new Refusal("The %s service gives no answer that makes sense: %s".formatted(this.service.name(),
					ex.getMessage()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Refusal("Interrupted");
		}
	}

}
