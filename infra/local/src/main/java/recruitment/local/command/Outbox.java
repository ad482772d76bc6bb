package recruitment.local.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import recruitment.local.LocalStack;
import recruitment.local.show.Tokens;
import tools.jackson.databind.JsonNode;

/**
 * The outbox of a service: what waits, what an event that Kafka refuses has stopped, and
 * going on from there.
 */
final class Outbox {

	private static final String USAGE = "Say: infra/recruit outbox <booking|candidate|notification> [retry | skip <event>]";

	private final String service;

	private final Actuator actuator;

	private Outbox(LocalStack stack, String service) {
		this.service = service;
		this.actuator = new Actuator(stack.service(service), new Tokens(stack));
	}

	static void run(LocalStack stack, List<String> arguments) {
		if (arguments.isEmpty() || !List.of("booking", "candidate", "notification").contains(arguments.getFirst())) {
			throw new Refusal(USAGE);
		}
		new Outbox(stack, arguments.getFirst()).run(arguments.subList(1, arguments.size()));
	}

	private void run(List<String> arguments) {
		if (arguments.isEmpty()) {
			print();
		}
		else if (arguments.equals(List.of("retry"))) {
			say("%d go on within seconds.", this.actuator.post("outbox", Map.of()).path("aggregates").asLong());
		}
		else if (arguments.size() == 2 && arguments.getFirst().equals("skip")) {
			skip(arguments.getLast());
		}
		else {
			throw new Refusal(USAGE);
		}
	}

	private void print() {
		JsonNode state = this.actuator.get("outbox");
		long pending = state.path("pending").asLong();
		say("%d with events that wait%s%s", pending,
				(pending > 0) ? ", the oldest for %d s".formatted(state.path("oldestAgeSeconds").asLong()) : "",
				state.path("brokerAway").asBoolean() ? "; the broker is away" : "");
		for (JsonNode stopped : state.path("stopped")) {
			say("%nstopped   %s %s by %s, %d waiting%n  event   %s  %s", stopped.path("collection").asString(),
					stopped.path("id").asString(), stopped.path("error").asString("an error"),
					stopped.path("waiting").asLong(), stopped.path("event").asString(),
					stopped.path("type").asString());
		}
		if (!state.path("stopped").isEmpty()) {
			say("%nWhen the cause is mended:  infra/recruit outbox %1$s retry%nTo give an event up:       infra/recruit outbox %1$s skip <event>",
					this.service);
		}
	}

	private void skip(String event) {
		for (JsonNode stopped : this.actuator.get("outbox").path("stopped")) {
			if (stopped.path("event").asString().equals(event)) {
				JsonNode done = this.actuator.post(
						"outbox/%s/%s".formatted(stopped.path("collection").asString(), stopped.path("id").asString()),
						Map.of("skip", event));
				String refused = done.path("refused").asString("");
				if (!refused.isEmpty()) {
					throw new Refusal(refused);
				}
				say((done.path("aggregates").asLong() == 1) ? "Given up; consumers are told of the hole."
						: "It went on by itself meanwhile; nothing was given up.");
				return;
			}
		}
		throw new Refusal(
				"No event %s has stopped anything. See: infra/recruit outbox %s".formatted(event, this.service));
	}

	private static void say(String format, Object... arguments) {
		System.out.println(String.format(Locale.ROOT, format, arguments));
	}

}
