package recruitment.platformtest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import recruitment.local.contract.Channel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Tells of candidates as candidate-service does: each event on both topics, sometimes
 * twice, sometimes an old one again, and a tombstone for who is erased.
 */
final class CandidateTopics implements AutoCloseable {

	private static final String EVENTS = "candidate-events";

	private static final String STATE = "candidate-state";

	private static final String SAMPLE = new String(
			ContractVerifier.samples("candidate-service").findFirst().orElseThrow().json(), UTF_8);

	private static final String SAMPLE_ID = JsonMapper.shared().readTree(SAMPLE).at("/candidate/id").asString();

	private final KafkaProducer<String, byte[]> producer;

	private final List<Future<?>> sent = new ArrayList<>();

	private final Random random;

	private final Map<String, Told> told = new TreeMap<>();

	private final List<Told> erased = new ArrayList<>();

	/** Makes the topics. */
	CandidateTopics(String broker, Random random) throws Exception {
		this.random = random;
		this.producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", broker, "compression.type", "lz4", "linger.ms", 5), new StringSerializer(),
				new ByteArraySerializer());
		List<Channel> channels = ContractVerifier.channels()
			.stream()
			.filter((channel) -> channel.owner().equals("candidate-service"))
			.toList();
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
			admin.createTopics(channels.stream().map(CandidateTopics::topic).toList()).all().get();
			// is answered once each partition has its leader
			Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
			channels.forEach((channel) -> IntStream.range(0, channel.partitions())
				.forEach((partition) -> ends.put(new TopicPartition(channel.topic(), partition), OffsetSpec.latest())));
			admin.listOffsets(ends).all().get();
		}
	}

	private static NewTopic topic(Channel channel) {
		return new NewTopic(channel.topic(), Optional.of(channel.partitions()), Optional.empty())
			.configs(Map.of("cleanup.policy", channel.isCompacted() ? "compact" : "delete"));
	}

	/** Opens, updates or erases a candidate. */
	void step() {
		int what = this.random.nextInt(20);
		if (what == 0 && this.told.size() > 20) {
			erase();
		}
		else if (what < 6 || this.told.isEmpty()) {
			update(new UUID(this.random.nextLong(), this.random.nextLong()).toString(), 1);
		}
		else {
			Told before = anyone();
			update(before.id(), before.sequence() + 1);
		}
		if (what > 16) {
			// a relay that lost its prune says an old event again, and then the newest on
			// the compacted topic
			Told known = anyone();
			send(EVENTS, new Told(known.id(), 1, body(known.id(), 1)));
			send(STATE, known);
		}
		if (what == 7 && !this.erased.isEmpty()) {
			send(EVENTS, this.erased.get(this.random.nextInt(this.erased.size())));
		}
	}

	private void erase() {
		Told gone = anyone();
		this.told.remove(gone.id());
		this.erased.add(gone);
		send(new ProducerRecord<>(STATE, gone.id(), null));
		send(EVENTS, gone);
	}

	private void update(String id, long sequence) {
		Told event = new Told(id, sequence, body(id, sequence));
		this.told.put(id, event);
		send(EVENTS, event);
		send(STATE, event);
	}

	private Told anyone() {
		return List.copyOf(this.told.values()).get(this.random.nextInt(this.told.size()));
	}

	private static String body(String id, long sequence) {
		return SAMPLE.replace(SAMPLE_ID, id)
			.replace("Sam Sample", person(id))
			.replace("\"interested\"", "\"step-%d\"".formatted(sequence));
	}

	/** The name of a candidate. */
	private static String person(String id) {
		return "Person " + id.hashCode();
	}

	private void send(String topic, Told event) {
		ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, event.id(), event.body().getBytes(UTF_8));
		Map.of("ce_specversion", "1.0", "ce_id", event.id() + "-" + event.sequence(), "ce_source", "/candidate-service",
				"ce_type",
				(event.sequence() == 1) ? "recruitment.candidate.opened.v1" : "recruitment.candidate.updated.v1",
				"ce_time", "2026-11-22T10:15:30.123Z", "ce_subject", event.id(), "ce_sequence",
				"%019d".formatted(event.sequence()), "content-type", "application/json")
			.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
		send(record);
	}

	/** Says an event of a type that nobody knows yet. */
	void sayUnknown() {
		ProducerRecord<String, byte[]> record = new ProducerRecord<>(EVENTS, anyone().id(), "{}".getBytes(UTF_8));
		Map.of("ce_specversion", "1.0", "ce_id", "unknown", "ce_source", "/candidate-service", "ce_type",
				"recruitment.candidate.unheard-of.v1", "ce_time", "2026-11-22T10:15:30.123Z", "ce_sequence",
				"9000000000000000000")
			.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
		send(record);
	}

	private void send(ProducerRecord<String, byte[]> record) {
		this.sent.add(this.producer.send(record));
	}

	/** Waits until all that was said is on the topics. */
	void flush() throws Exception {
		for (Future<?> record : this.sent) {
			record.get();
		}
		this.sent.clear();
	}

	/** The newest of each candidate, as the sample consumers write it down. */
	Map<String, JsonNode> newest() {
		Map<String, JsonNode> newest = new TreeMap<>();
		this.told.forEach((id, event) -> newest.put(id,
				JsonMapper.shared()
					.createObjectNode()
					.put("sequence", "%019d".formatted(event.sequence()))
					.set("record", JsonMapper.shared().readTree(event.body()))));
		return newest;
	}

	/** The names of those who were erased. */
	List<String> erasedNames() {
		return this.erased.stream().map((gone) -> person(gone.id())).toList();
	}

	@Override
	public void close() {
		this.producer.close();
	}

	private record Told(String id, long sequence, String body) {
	}

}
