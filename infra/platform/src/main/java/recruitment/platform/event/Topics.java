package recruitment.platform.event;

import java.util.List;
import java.util.Optional;

/**
 * All topics. The number of partitions never changes: it decides where a key lies, and
 * with it the order of what is told about one aggregate.
 */
public final class Topics {

	private static final List<Topic> ALL = List.of(new Topic("booking-events", 12, false),
			new Topic("evening-events", 3, true), new Topic("candidate-events", 12, false),
			new Topic("candidate-state", 12, true), new Topic("notification-events", 12, false));

	private Topics() {
	}

	public static List<Topic> all() {
		return ALL;
	}

	/** The topic of this name, if it is one of ours. */
	public static Optional<Topic> named(String name) {
		return ALL.stream().filter((topic) -> topic.name().equals(name)).findFirst();
	}

	/** Whether the topic keeps the last record of each key alone. */
	public static boolean isCompacted(String name) {
		return named(name).map(Topic::compacted).orElse(false);
	}

	/** Where a consumer group puts the records of a topic that it cannot handle. */
	public static String deadLetters(String group, String topic) {
		return group + "." + topic + ".dlt";
	}

	/**
	 * A topic.
	 *
	 * @param partitions how many, for ever
	 * @param compacted keeps the last record of each key; the others keep all for a time
	 */
	public record Topic(String name, int partitions, boolean compacted) {
	}

}
