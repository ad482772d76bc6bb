package recruitment.local.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import recruitment.local.LocalStack;
import recruitment.local.Project;
import recruitment.local.SignIn;
import recruitment.local.StartFailure;
import recruitment.local.show.Demo;
import recruitment.local.show.Events;
import recruitment.local.show.Follow;
import recruitment.local.show.ShowFailure;
import recruitment.local.show.Tail;
import recruitment.local.show.Tokens;

/**
 * Carries out one verb of {@code infra/recruit}. Ends with status 0, or 1 and a sentence.
 */
public final class Recruit {

	private Recruit() {
	}

	public static void main(String[] args) {
		DataFolder data = new DataFolder(Path.of(System.getProperty("recruit.data", ".recruit")));
		try {
			run(data, args[0], Arrays.asList(args).subList(1, args.length));
		}
		catch (Refusal | StartFailure | ShowFailure ex) {
			System.err.println(ex.getMessage());
			System.exit(1);
		}
		catch (UncheckedIOException | IOException ex) {
			System.err.println("That failed: " + ex.getMessage());
			System.exit(1);
		}
	}

	private static void run(DataFolder data, String verb, List<String> arguments) throws IOException {
		switch (verb) {
			case "up" -> new Up(data, arguments).run();
			case "down" -> Down.run(data);
			case "status" -> new Status(data).print();
			case "logs" -> Logs.print(data, arguments);
			case "stop", "start", "kill" -> System.out.println(Control.ask(data, verb, one(arguments, "which part")));
			case "demo" -> new Demo(stack(data)).run();
			case "follow" -> new Follow(stack(data)).run(one(arguments, "which reference"));
			case "tail" -> new Tail(stack(data)).run(one(arguments, "which topic"));
			case "events" -> System.out.print(events(arguments));
			case "token" -> System.out.println(new Tokens(stack(data)).token(role(arguments)));
			case "outbox" -> Outbox.run(stack(data), arguments);
			case "rebuild" -> Rebuild.run(data, arguments);
			default -> throw new Refusal("There is no verb " + verb + ". See: infra/recruit help");
		}
	}

	private static String events(List<String> arguments) {
		Events events = new Events(Project.root().resolve("infra/contracts"));
		if (arguments.isEmpty()) {
			return events.text();
		}
		if (arguments.equals(List.of("--markdown"))) {
			return events.markdown();
		}
		throw new Refusal("events knows --markdown, not %s".formatted(String.join(" ", arguments)));
	}

	private static LocalStack stack(DataFolder data) {
		return data.stack().build();
	}

	private static String role(List<String> arguments) {
		if (arguments.size() != 2 || !arguments.getFirst().equals("--role")) {
			throw new Refusal("Say which role: infra/recruit token --role " + String.join("|", SignIn.ROLES));
		}
		return arguments.getLast();
	}

	private static String one(List<String> arguments, String question) {
		if (arguments.size() != 1) {
			throw new Refusal("Say " + question + ". See: infra/recruit help");
		}
		return arguments.get(0);
	}

}
