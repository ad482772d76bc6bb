package recruitment.local.show;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

import recruitment.local.LocalStack;
import tools.jackson.databind.JsonNode;

/**
 * Follows one booking: accepted and written with its event, relayed to its topic, mailed,
 * and taken into a candidate record; each step with its time.
 */
public final class Follow {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final LocalStack stack;

	private final Http http = new Http();

	private final Tokens tokens;

	private final List<Event> events = new ArrayList<>();

	public Follow(LocalStack stack) {
		this.stack = stack;
		this.tokens = new Tokens(stack);
	}

	/**
	 * Waits up to 30 seconds for steps that have not happened yet.
	 * @throws ShowFailure if the booking is unknown, or did not arrive everywhere in time
	 */
	public void run(String reference) {
		String wanted = reference.strip().toUpperCase(Locale.ROOT);
		try (Topics topics = new Topics(this.stack.bootstrapServers(), "booking-events", "candidate-events",
				"notification-events")) {
			Instant deadline = Instant.now().plus(PATIENCE);
			Event first = await(topics, deadline, "the event of booking " + wanted,
					(event) -> event.type().startsWith("booking.")
							&& event.body().at("/booking/reference").asString("").equals(wanted));
			JsonNode booking = first.body().path("booking");
			String id = booking.path("id").asString();
			Instant accepted = first.decided();
			line("accepted", accepted, accepted, "booking %s, with its event in one document".formatted(id));
			tellBookingEvents(id, accepted);

			await(topics, deadline, "the mail",
					(event) -> event.type().startsWith("notification.") && event.key().equals(id));
			tellMails(id, wanted, accepted);

			Event candidate = await(topics, deadline, "the candidate record",
					(event) -> event.type().startsWith("candidate.") && hears(event, id));
			tellCandidate(candidate, accepted);
		}
	}

	/** The first event that fits, among those that are there or arrive in time. */
	private Event await(Topics topics, Instant deadline, String what, Predicate<Event> fits) {
		boolean told = false;
		while (true) {
			topics.poll(this.events::add);
			Optional<Event> found = this.events.stream().filter(fits).findFirst();
			if (found.isPresent()) {
				return found.get();
			}
			if (Instant.now().isAfter(deadline)) {
				throw new ShowFailure(topics.isReachable()
						? "%s has not arrived after %d seconds. See: infra/recruit status".formatted(what,
								PATIENCE.toSeconds())
						: "The broker does not answer, so %s is not there yet. Start it: infra/recruit start broker"
							.formatted(what));
			}
			if (!told && !topics.isReachable()) {
				System.out.println("Waiting for the broker, which does not answer …");
				told = true;
			}
		}
	}

	private void tellBookingEvents(String id, Instant accepted) {
		this.events.stream()
			.filter((event) -> event.type().startsWith("booking.")
					&& event.body().at("/booking/id").asString("").equals(id))
			.forEach((event) -> line("relayed", event.kept(), accepted,
					"%s  %s%n%45sce_id %s".formatted(event.type(), event.place(), "", event.id())));
	}

	private void tellMails(String booking, String reference, Instant accepted) {
		JsonNode messages = this.http.get(
				this.stack.service("notification").url() + "/api/messages?reference=" + reference,
				this.tokens.token("message-desk"));
		for (JsonNode message : messages.path("items")) {
			String messageId = message.path("messageId").asString("");
			line("mailed", instant(message, "endedAt", accepted), accepted,
					"%s %s, attempts: %d%n%45s%s%s".formatted(message.path("template").asString(""),
							message.path("status").asString(""), message.path("attempts").asInt(), "", messageId,
							caught(messageId)));
		}
		this.events.stream()
			.filter((event) -> event.type().startsWith("notification.") && event.key().equals(booking))
			.forEach((event) -> line("told", event.kept(), accepted, "%s  %s".formatted(event.type(), event.place())));
	}

	/** Where to read the mail, if it was caught here. */
	private String caught(String messageId) {
		if (this.stack.given(this.stack.mail()).isPresent()) {
			return "";
		}
		String inbox = this.stack.mail().httpUrl();
		JsonNode found = this.http
			.get(inbox + "/api/messages?messageId=" + URLEncoder.encode(messageId, StandardCharsets.UTF_8));
		JsonNode mail = (found.isArray() ? found : found.path("items")).path(0);
		return mail.isMissingNode() ? "" : "%n%45s%s/messages/%s".formatted("", inbox, mail.path("id").asString(""));
	}

	private void tellCandidate(Event event, Instant accepted) {
		String id = event.body().at("/candidate/id").asString();
		String url = this.stack.service("candidate").url() + "/api/candidates/" + id;
		JsonNode record = this.http.get(url, this.tokens.token("recruiter"));
		line("record", event.decided(), accepted, "candidate %s, %s, bookings: %d%n%45s%s".formatted(id,
				record.path("stage").asString("?"), record.path("bookings").size(), "", url));
		line("told", event.kept(), accepted, "%s  %s".formatted(event.type(), event.place()));
	}

	private static boolean hears(Event event, String booking) {
		for (JsonNode known : event.body().at("/candidate/bookings")) {
			if (known.path("id").asString("").equals(booking)) {
				return true;
			}
		}
		return false;
	}

	private static Instant instant(JsonNode node, String field, Instant otherwise) {
		String text = node.path(field).asString("");
		return text.isEmpty() ? otherwise : Instant.parse(text);
	}

	private static void line(String step, Instant at, Instant accepted, String what) {
		System.out.printf(Locale.ROOT, "%-10s%s  %+7d ms  %s%n", step, at, Duration.between(accepted, at).toMillis(),
				what);
	}

}
