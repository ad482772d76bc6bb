package recruitment.local.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
				  Candidate records   %s/api/candidates

				  Try, in another terminal:
				    infra/recruit demo                books a place and follows it
				    infra/recruit follow <reference>  follows a booking of yours
				%s
				%s""".formatted(nanos / 1e9, stack.service("booking").url(),
				stack.given(stack.mail()).map("where %s delivers it"::formatted).orElse(stack.mail().httpUrl()),
				stack.service("candidate").url(), stack.given(stack.broker()).isEmpty() ? BREAK : "", parts(stack));
	}

	private static String parts(LocalStack stack) {
		StringBuilder text = new StringBuilder();
		line(text, "Kafka", stack.given(stack.broker()), "a broker of its own in a JVM");
		line(text, "Store", stack.given(stack.store()), "embedded, for trying things out: it is no MongoDB server");
		line(text, "SMTP", stack.given(stack.mail()), "a catcher that keeps every mail on this machine");
		if (stack.given(stack.store()).isEmpty()) {
			program("mongod").ifPresent((mongod) -> text.append(
					"  A mongod was found; to use it: %s --dbpath <folder>, then MONGODB_URI=mongodb://127.0.0.1:27017 infra/recruit up%n"
						.formatted(mongod)));
			program("docker").ifPresent((docker) -> text.append(
					"  Docker was found; to use a MongoDB server: docker run -d -p 127.0.0.1:27018:27017 mongo:8, then MONGODB_URI=mongodb://127.0.0.1:27018 infra/recruit up\n"));
		}
		return text.toString();
	}

	private static void line(StringBuilder text, String what, Optional<String> given, String own) {
		text.append("  %-6s %s%n".formatted(what, given.map("given: "::concat).orElse(own)));
	}

	private static Optional<Path> program(String name) {
		return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.map((folder) -> Path.of(folder, name))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
