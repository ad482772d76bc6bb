package recruitment.local.command;

import java.util.Optional;

import recruitment.local.LocalStack;

/** What is said when everything runs. */
final class Banner {

	private static final String BREAK = "    infra/recruit stop broker         then book: still accepted; start broker, and the mail arrives\n";

	private Banner() {
	}

	static String text(LocalStack stack, long nanos) {
		return """

				Everything runs after %.1f s. Ctrl-C ends it; the data stays.

				  Book a place        %s/evenings
				  Look at the mail    %s
				  Desks of staff      %s/desk, %s/desk, %s/desk

				  Try, in another terminal:
				    infra/recruit demo                books a place and follows it
				    infra/recruit follow <reference>  follows a booking of yours
				%s
				%s""".formatted(nanos / 1e9, stack.service("booking").url(),
				stack.given(stack.mail()).map("where %s delivers it"::formatted).orElse(stack.mail().httpUrl()),
				stack.service("booking").url(), stack.service("candidate").url(), stack.service("notification").url(),
				stack.given(stack.broker()).isEmpty() ? BREAK : "", parts(stack));
	}

	private static String parts(LocalStack stack) {
		StringBuilder text = new StringBuilder();
		line(text, "Kafka", stack.given(stack.broker()), stack.broker().kind());
		line(text, "Store", stack.given(stack.store()), stack.store().kind());
		line(text, "SMTP", stack.given(stack.mail()), stack.mail().kind());
		line(text, "Staff", stack.given(stack.signIn()), stack.signIn().kind());
		if (stack.given(stack.store()).isEmpty() && stack.store().isEmbedded()) {
			OnPath.find("mongod")
				.ifPresent((mongod) -> text
					.append("  A mongod was found; to have it as the store: RECRUIT_MONGOD=%s infra/recruit up%n"
						.formatted(mongod)));
			OnPath.find("docker")
				.or(() -> OnPath.find("podman"))
				.ifPresent((engine) -> text
					.append("  %s was found; to have Kafka and MongoDB in containers: infra/recruit up --containers%n"
						.formatted(engine.getFileName())));
		}
		return text.toString();
	}

	private static void line(StringBuilder text, String what, Optional<String> given, String own) {
		text.append("  %-6s %s%n".formatted(what, given.map("given: "::concat).orElse(own)));
	}

}
