package recruitment.local.contract;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A topic and what is told on it.
 *
 * @param owner the service that writes it, and nobody else does
 * @param key what the key of a record is
 * @param partitions how many, for ever
 * @param kept how long a record is kept; null where the newest of each key is, for ever
 */
public record Channel(String topic, String owner, String description, String key, int partitions,
		@Nullable Duration kept, List<Message> messages, List<Consumer> consumers) {

	public boolean isCompacted() {
		return this.kept == null;
	}

	public Optional<Message> message(String type) {
		return this.messages.stream().filter((message) -> message.type().equals(type)).findFirst();
	}

	public Optional<Consumer> consumer(String name) {
		return this.consumers.stream().filter((consumer) -> consumer.name().equals(name)).findFirst();
	}

	/**
	 * A type of event.
	 *
	 * @param type wire name, {@code recruitment.booking.confirmed.v1}
	 * @param title what happened, in words
	 * @param schema document with the schema of its body
	 */
	public record Message(String type, String title, String schema) {
	}

	/**
	 * Who reads the topic.
	 *
	 * @param why what for
	 * @param reads paths of the fields that it reads, by wire name; what lies below a
	 * path is read too
	 */
	public record Consumer(String name, String why, Map<String, List<String>> reads) {

		/** Whether it reads a field of an event, something in it, or all around it. */
		public boolean reads(String type, String field) {
			return this.reads.getOrDefault(type, List.of())
				.stream()
				.anyMatch((path) -> isPart(field, path) || isPart(path, field));
		}

		private static boolean isPart(String field, String whole) {
			return field.equals(whole) || field.startsWith(whole + "/") || field.startsWith(whole + "[]");
		}

	}

}
