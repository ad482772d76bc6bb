package recruitment.local.command;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import recruitment.local.Given;
import recruitment.local.LocalStack;
import recruitment.local.Part;
import recruitment.local.RunningProcess;
import recruitment.local.StartFailure;

/** Runs the whole stack in the foreground until Ctrl-C or {@code down}. */
final class Up {

	private static final Duration WATCH = Duration.ofSeconds(1);

	private final DataFolder data;

	private final UpOptions options;

	private volatile boolean ending;

	Up(DataFolder data, List<String> arguments) {
		this.data = data;
		this.options = UpOptions.parse(arguments);
	}

	void run() throws IOException {
		try (FileLock claim = claim(this.data)) {
			if (claim == null) {
				tellOther();
				return;
			}
			Given given = given();
			GivenCheck.refuseUnusable(given);
			refuseOtherVersion();
			RunningProcess.write(this.data.upFile(), ProcessHandle.current());
			endLeftovers();
			if (this.options.fresh()) {
				clear(given);
			}
			this.data.keepVersion();
			this.options.portOffset().ifPresent(this.data::keepPortOffset);
			this.data.keepGiven(given);
			serve(this.data.stack().build());
		}
	}

	/**
	 * Secrets and data belong together: with new ones a person would be another, and the
	 * links that were sent would be dead.
	 */
	private void clear(Given given) {
		if (given.store().isPresent() || given.broker().isPresent()) {
			throw new Refusal("--fresh clears what is kept here, and not what MONGODB_URI and KAFKA_BROKERS give: "
					+ "the two would not fit together any more.\nLeave --fresh away, or the variables.");
		}
		// what the last one kept outside the data folder
		this.data.stack().build().clear();
		this.data.clear();
		say("Cleared the data in %s", this.data.path());
	}

	/**
	 * Says that this process is the one that runs the stack, until it ends in any way.
	 * @return null if another process is
	 */
	static @Nullable FileLock claim(DataFolder data) throws IOException {
		Files.createDirectories(data.run());
		return FileChannel.open(data.run().resolve("up.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
			.tryLock();
	}

	private void refuseOtherVersion() {
		if (!this.options.fresh()) {
			this.data.otherVersion().ifPresent((sentence) -> {
				throw new Refusal(sentence);
			});
		}
	}

	private Given given() {
		Map<String, String> variables = new HashMap<>(System.getenv());
		if (this.options.containers()) {
			variables.put(Given.CONTAINERS, GivenCheck.containerEngine());
		}
		return Given.in(variables);
	}

	private void serve(LocalStack stack) throws IOException {
		Control control = new Control(this.data, (verb, part) -> carryOut(stack, verb, part));
		Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack, control), "end"));
		long begun = System.nanoTime();
		try {
			stack.startAll(
					(part, time) -> say("%-14s%5.1f s  %s", part.name(), time.toMillis() / 1000.0, part.address()));
		}
		catch (StartFailure ex) {
			if (!this.ending) {
				throw ex;
			}
		}
		if (!this.ending) {
			say("%s", Banner.text(stack, System.nanoTime() - begun));
			Thread.startVirtualThread(() -> learn(stack));
		}
		watch(stack);
	}

	private void learn(LocalStack stack) {
		try {
			stack.learn();
		}
		catch (StartFailure ex) {
			if (!this.ending) {
				throw ex;
			}
		}
	}

	/** Tells of each part that ends though nobody asked it to. */
	private void watch(LocalStack stack) {
		Set<Part> told = new HashSet<>();
		while (!this.ending) {
			for (Part part : stack.parts()) {
				if (!part.isLost()) {
					told.remove(part);
				}
				else if (!this.ending && told.add(part)) {
					say("%s  %s ended by itself. %s%nStart it again: infra/recruit start %s", now(), part.name(),
							part.lastWords(), part.name());
				}
			}
			try {
				Thread.sleep(WATCH);
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

	private String carryOut(LocalStack stack, String verb, String name) {
		Part part = stack.part(name);
		String before = part.isRunning() ? "runs" : "does not run";
		switch (verb) {
			case "start" -> part.start();
			case "stop" -> part.stop();
			case "kill" -> part.kill();
			default -> throw new Refusal("There is no verb " + verb);
		}
		String sentence = switch (verb) {
			case "start" -> before.equals("runs") ? name + " runs already" : name + " runs";
			default -> before.equals("runs") ? name + " has ended" : name + " did not run";
		};
		say("%s  %s (%s)", now(), sentence, verb);
		return sentence;
	}

	/** Everything ends in order, also when a start is under way. */
	private void end(LocalStack stack, Control control) {
		this.ending = true;
		long begun = System.nanoTime();
		say("%nEnding.");
		control.close();
		stack.close();
		RunningProcess.forget(this.data.upFile());
		say("Ended in %.1f s. The data stays in %s", (System.nanoTime() - begun) / 1e9, this.data.path());
	}

	private void endLeftovers() {
		List<String> ended = RunningProcess.endAll(this.data.run());
		if (!ended.isEmpty()) {
			say("The last launcher was killed. Ended what it left: %s", String.join(", ", ended));
		}
	}

	private void tellOther() {
		LocalStack stack = this.data.stack().build();
		String process = this.data.up().map((up) -> " (process " + up.pid() + ")").orElse("");
		say("It is running already%s: %s%nEnd it with: infra/recruit down", process, stack.service("booking").url());
	}

	private static String now() {
		return LocalTime.now().truncatedTo(ChronoUnit.SECONDS).toString();
	}

	private static void say(String format, Object... arguments) {
		System.out.println(String.format(Locale.ROOT, format, arguments));
	}

}
