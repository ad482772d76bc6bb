package recruitment.booking;

import java.net.http.HttpResponse;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the service has answered.
 *
 * @param body may be empty
 */
public record Answer(int status, HttpResponse<String> http) {

	static Answer of(HttpResponse<String> http) {
		return new Answer(http.statusCode(), http);
	}

	public String body() {
		return this.http.body();
	}

	public JsonNode json() {
		return JsonMapper.shared().readTree(body());
	}

	/** A field of the body, by JSON Pointer. */
	public String at(String pointer) {
		return json().at(pointer).asString();
	}

	/** The last part of the problem's type. */
	public String problem() {
		return at("/type").replace("urn:recruitment:problem:", "");
	}

	public String header(String name) {
		return this.http.headers().firstValue(name).orElse("");
	}

	/** Status and body: what a failed assertion should show. */
	@Override
	public String toString() {
		return this.status + " " + body();
	}

}
