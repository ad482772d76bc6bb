package recruitment.local.show;

import java.util.stream.Collectors;

import recruitment.local.LocalStack;

/** Prints the events of a topic, the old ones first, and new ones as they arrive. */
public final class Tail {

	private final LocalStack stack;

	public Tail(LocalStack stack) {
		this.stack = stack;
	}

	/**
	 * Prints until it is ended.
	 * @throws ShowFailure if there is no such topic, or the broker is away
	 */
	public void run(String topic) {
		try (Topics topics = new Topics(this.stack.bootstrapServers(), topic)) {
			if (!topics.all().contains(topic)) {
				throw new ShowFailure("There is no topic %s here, but: %s".formatted(topic,
						topics.all()
							.stream()
							.filter((name) -> !name.startsWith("__"))
							.sorted()
							.collect(Collectors.joining(" "))));
			}
			while (!Thread.interrupted()) {
				topics.poll((event) -> System.out.print(event.text()));
			}
		}
	}

}
