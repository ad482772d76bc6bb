package recruitment.local.contract;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import recruitment.local.contract.Channel.Consumer;
import recruitment.local.contract.Channel.Message;
import recruitment.local.contract.Contracts.Part;
import tools.jackson.databind.JsonNode;

/** What one service says: its {@code asyncapi.yaml}. */
final class AsyncApi {

	private final Contracts contracts;

	private final Part document;

	AsyncApi(Contracts contracts, String file) {
		this.contracts = contracts;
		this.document = contracts.document(file);
	}

	Stream<Channel> channels() {
		return this.document.json()
			.path("channels")
			.propertyNames()
			.stream()
			.map((name) -> channel(this.document.at("channels").at(name)));
	}

	private Channel channel(Part channel) {
		JsonNode kafka = channel.json().at("/bindings/kafka");
		List<Message> messages = channel.json()
			.path("messages")
			.valueStream()
			.map((message) -> this.contracts.follow(new Part(channel.file(), message)))
			.map(this::message)
			.toList();
		return new Channel(channel.json().path("address").asString(), owner(),
				channel.json().path("description").asString(), key(channel), kafka.path("partitions").asInt(),
				kept(kafka.path("topicConfiguration")), messages, consumers(channel.json().path("x-consumers")));
	}

	/** The folder is named after the service. */
	private String owner() {
		return this.document.file().substring(0, this.document.file().indexOf('/'));
	}

	private Message message(Part message) {
		Part payload = message.at("payload");
		return new Message(message.json().path("name").asString(),
				this.contracts.follow(payload).json().path("title").asString(), this.contracts.follow(payload).file());
	}

	/** All messages of a topic have the same kind of key. */
	private String key(Part channel) {
		JsonNode first = channel.json().path("messages").valueStream().findFirst().orElseThrow();
		Part message = this.contracts.follow(new Part(channel.file(), first));
		Part trait = this.contracts.follow(new Part(message.file(), message.json().at("/traits/0")));
		return trait.json().at("/bindings/kafka/key/description").asString();
	}

	private static @Nullable Duration kept(JsonNode configuration) {
		boolean compacted = configuration.path("cleanup.policy").path(0).asString().equals("compact");
		return compacted ? null : Duration.ofMillis(configuration.path("retention.ms").asLong());
	}

	private static List<Consumer> consumers(JsonNode consumers) {
		return consumers.propertyStream()
			.map((consumer) -> new Consumer(consumer.getKey(), consumer.getValue().path("why").asString(),
					reads(consumer.getValue().path("reads"))))
			.toList();
	}

	private static Map<String, List<String>> reads(JsonNode reads) {
		Map<String, List<String>> paths = new TreeMap<>();
		reads.forEachEntry((message, fields) -> paths.put("recruitment." + message,
				fields.valueStream().map(JsonNode::asString).toList()));
		return paths;
	}

}
