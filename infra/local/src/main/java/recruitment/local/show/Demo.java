package recruitment.local.show;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import recruitment.local.LocalStack;
import tools.jackson.databind.JsonNode;

/** Books a place through the public API, as anybody could, and follows the booking. */
public final class Demo {

	private final LocalStack stack;

	private final Http http = new Http();

	public Demo(LocalStack stack) {
		this.stack = stack;
	}

	/**
	 * @throws ShowFailure if the booking is refused, or does not arrive everywhere
	 */
	public void run() {
		String base = this.stack.service("booking").url();
		JsonNode evening = openEvening(base);
		String key = UUID.randomUUID().toString();
		String visitor = key.substring(0, 8);
		Map<String, Object> request = new LinkedHashMap<>();
		request.put("name", "Sam Sample " + visitor);
		request.put("email", "sam." + visitor + "@example.org");
		request.put("recruitmentUpdates", true);

		String url = base + "/api/evenings/" + evening.path("id").asString() + "/bookings";
		System.out.printf("POST %s%n     %s%n", url, request);
		long begun = System.nanoTime();
		HttpResponse<byte[]> response = this.http.post(url, key, request);
		JsonNode answer = Http.json(response.body());
		if (response.statusCode() != 201) {
			throw new ShowFailure(
					"The booking was refused with %d: %s".formatted(response.statusCode(), answer.toString()));
		}
		System.out.printf("%d  %s in %d ms%n%n", response.statusCode(), answer.path("reference").asString(),
				(System.nanoTime() - begun) / 1_000_000);
		new Follow(this.stack).run(answer.path("reference").asString());
	}

	/** The one with the most places left to try with: the first that is open. */
	private JsonNode openEvening(String base) {
		JsonNode answer = this.http.get(base + "/api/evenings");
		if (answer.isMissingNode()) {
			throw new ShowFailure("booking-service does not answer. Is it running? infra/recruit status");
		}
		JsonNode evenings = answer.isArray() ? answer : answer.path("items");
		for (String availability : List.of("open", "few")) {
			for (JsonNode evening : evenings) {
				if (evening.path("availability").asString("").equals(availability)) {
					return evening;
				}
			}
		}
		throw new ShowFailure("No evening is open for booking at " + base + "/evenings");
	}

}
