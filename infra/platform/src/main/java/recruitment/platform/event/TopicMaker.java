package recruitment.platform.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import recruitment.platform.event.Topics.Topic;

import org.springframework.cloud.stream.config.BindingProperties;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Makes the topics on one machine, where nobody else does: all of {@link Topics}, and the
 * dead letters of what this service hears. There they keep everything. A topic that is
 * there is left as it is.
 */
class TopicMaker {

	/** A dead letter is the record with some headers more. */
	private static final String LARGEST_DEAD_LETTER = String.valueOf(2 * 1024 * 1024);

	/** How long a consumer may be away and still learn that somebody was erased. */
	private static final String TOMBSTONES_KEPT = String.valueOf(Duration.ofDays(30).toMillis());

	private final KafkaAdmin admin;

	private final List<NewTopic> wanted = new ArrayList<>();

	TopicMaker(KafkaAdmin admin, Iterable<BindingProperties> bindings) {
		this.admin = admin;
		Topics.all().forEach((topic) -> this.wanted.add(log(topic)));
		for (BindingProperties binding : bindings) {
			Topics.named(String.valueOf(binding.getDestination()))
				.ifPresent((topic) -> this.wanted.add(deadLetters(binding.getGroup(), topic)));
		}
	}

	private static NewTopic log(Topic topic) {
		return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty()).configs(topic.compacted()
				? Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
						TopicConfig.DELETE_RETENTION_MS_CONFIG, TOMBSTONES_KEPT)
				: Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
	}

	private static NewTopic deadLetters(String group, Topic topic) {
		return new NewTopic(Topics.deadLetters(group, topic.name()), Optional.of(topic.partitions()), Optional.empty())
			.configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1", TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
					LARGEST_DEAD_LETTER));
	}

	/**
	 * Makes those that are missing.
	 * @throws KafkaException when the broker does not answer
	 */
	void ensure() {
		try (Admin client = Admin.create(this.admin.getConfigurationProperties())) {
			client.createTopics(this.wanted).values().values().forEach(TopicMaker::await);
		}
	}

	private static void await(KafkaFuture<Void> made) {
		try {
			made.get();
		}
		catch (ExecutionException ex) {
			if (!(ex.getCause() instanceof TopicExistsException)) {
				throw new KafkaException(ex.getCause());
			}
		}
		catch (InterruptedException ex) {
			throw new InterruptException(ex);
		}
	}

}
