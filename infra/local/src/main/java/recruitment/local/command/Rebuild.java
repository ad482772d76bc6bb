package recruitment.local.command;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import recruitment.local.LocalStack;

/** Lets candidate-service read the records back that its database lost. */
final class Rebuild {

	private Rebuild() {
	}

	static void run(LocalStack stack, List<String> arguments) throws IOException {
		if (!arguments.equals(List.of("candidates"))) {
			throw new Refusal("Only candidates can be rebuilt: infra/recruit rebuild candidates");
		}
		URI uri = URI.create(stack.service("candidate").managementUrl() + "/actuator/candidaterebuild");
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<String> response = client.send(
					HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.noBody()).build(),
					HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() != 200) {
				throw new Refusal("candidate-service refused: " + response.body());
			}
			System.out.println("Read back from candidate-state: " + response.body());
			System.out.println("The booking events are heard again; what is known already stays as it is.");
		}
		catch (ConnectException ex) {
			throw new Refusal("candidate-service does not run. Start it: infra/recruit start candidate");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
