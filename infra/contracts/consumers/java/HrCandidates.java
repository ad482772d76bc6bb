import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Keeps a file for each candidate, as an HR system keeps its own records: begins without a gap, goes on after a kill
 * where it was, and forgets who was erased. The folder holds
 *
 * <pre>
 * candidates/&lt;id&gt;.json   {"sequence":"0000000000000000003","record":{…}}, or {"erased":true}
 * positions              where to go on in each partition, written after what was read before
 * </pre>
 *
 * Run by: java -cp "$(cat infra/local/target/classpath)" HrCandidates.java 127.0.0.1:9092 folder
 */
public final class HrCandidates {

	private static final String EVENTS = "candidate-events";

	private static final String STATE = "candidate-state";

	/** Other types may come; whoever does not know them leaves them out. */
	private static final Set<String> TYPES = Set.of("recruitment.candidate.opened.v1",
			"recruitment.candidate.updated.v1");

	/** Events and tombstones are kept for 30 days: who was away for longer may have missed one. */
	private static final Duration LONGEST_ABSENCE = Duration.ofDays(29);

	/** A tombstone is the last of its key, so whatever else comes is older. */
	private static final long ERASED = Long.MAX_VALUE;

	private final KafkaConsumer<String, byte[]> consumer;

	private final Path candidates;

	private final Path positions;

	/** The highest sequence known of each candidate. */
	private final Map<String, Long> known = new HashMap<>();

	private HrCandidates(String broker, Path folder) {
		this.consumer = new KafkaConsumer<>(
				Map.of("bootstrap.servers", broker, "auto.offset.reset", "none", "enable.auto.commit", false),
				new StringDeserializer(), new ByteArrayDeserializer());
		this.candidates = folder.resolve("candidates");
		this.positions = folder.resolve("positions");
	}

	public static void main(String[] args) throws IOException {
		if (args.length != 2) {
			System.err.println("Say the broker and a folder: HrCandidates.java 127.0.0.1:9092 hr-data");
			System.exit(1);
		}
		new HrCandidates(args[0], Path.of(args[1])).run();
	}

	private void run() throws IOException {
		while (true) {
			try {
				if (isUsable()) {
					goOn();
				}
				else {
					begin();
				}
				follow();
			}
			catch (OffsetOutOfRangeException ex) {
				System.out.println("What comes next is kept no longer: beginning again");
				Files.delete(this.positions);
			}
		}
	}

	private boolean isUsable() throws IOException {
		return Files.exists(this.positions) && Files.getLastModifiedTime(this.positions)
			.toInstant()
			.isAfter(Instant.now().minus(LONGEST_ABSENCE));
	}

	/** Reads who there is. Whatever happens meanwhile is told from the end that is noted first. */
	private void begin() throws IOException {
		Files.deleteIfExists(this.positions);
		Files.createDirectories(this.candidates);
		for (Path file : files()) {
			Files.delete(file);
		}
		this.known.clear();
		List<TopicPartition> events = partitions(EVENTS);
		List<TopicPartition> state = partitions(STATE);
		Map<TopicPartition, Long> next = new HashMap<>(this.consumer.endOffsets(events));
		Map<TopicPartition, Long> ends = this.consumer.endOffsets(state);
		this.consumer.assign(state);
		this.consumer.seekToBeginning(state);
		while (state.stream().anyMatch((partition) -> this.consumer.position(partition) < ends.get(partition))) {
			take();
		}
		state.forEach((partition) -> next.put(partition, this.consumer.position(partition)));
		seek(next);
		System.out.printf("Begun with %d candidates%n", this.known.size());
	}

	private void goOn() throws IOException {
		this.known.clear();
		for (Path file : files()) {
			String name = file.getFileName().toString();
			if (name.endsWith(".json")) {
				this.known.put(name.replace(".json", ""), sequence(Files.readString(file)));
			}
		}
		Map<TopicPartition, Long> next = new HashMap<>();
		for (String line : Files.readAllLines(this.positions)) {
			String[] words = line.split(" ");
			next.put(new TopicPartition(words[0], Integer.parseInt(words[1])), Long.parseLong(words[2]));
		}
		seek(next);
		System.out.printf("Going on with %d candidates%n", this.known.size());
	}

	/** Reads both topics: one tells every step, the other who was erased. */
	private void seek(Map<TopicPartition, Long> next) throws IOException {
		this.consumer.assign(next.keySet());
		next.forEach(this.consumer::seek);
		keepPositions();
	}

	private void follow() throws IOException {
		while (true) {
			if (take()) {
				keepPositions();
			}
		}
	}

	/** Takes what comes within a second, if anything does. */
	private boolean take() throws IOException {
		ConsumerRecords<String, byte[]> records = this.consumer.poll(Duration.ofSeconds(1));
		for (ConsumerRecord<String, byte[]> record : records) {
			if (record.value() == null) {
				keep(record.key(), ERASED, "{\"erased\":true}");
			}
			else if (TYPES.contains(header(record, "ce_type"))) {
				String sequence = header(record, "ce_sequence");
				keep(record.key(), Long.parseLong(sequence),
						"{\"sequence\":\"%s\",\"record\":%s}".formatted(sequence, new String(record.value(), UTF_8)));
			}
		}
		return !records.isEmpty();
	}

	/** The highest sequence wins: copies, and old records that come late, change nothing. */
	private void keep(String id, long sequence, String text) throws IOException {
		if (sequence > this.known.getOrDefault(id, 0L)) {
			write(this.candidates.resolve(id + ".json"), text);
			this.known.put(id, sequence);
			System.out.println(id + (sequence == ERASED ? " erased" : " " + sequence));
		}
	}

	private void keepPositions() throws IOException {
		Map<String, Long> lines = new TreeMap<>();
		this.consumer.assignment()
			.forEach((partition) -> lines.put(partition.topic() + " " + partition.partition(),
					this.consumer.position(partition)));
		write(this.positions,
				lines.entrySet()
					.stream()
					.map((line) -> line.getKey() + " " + line.getValue())
					.collect(Collectors.joining("\n")));
	}

	/** All or nothing, also when killed; what is left of an attempt is written over by the next one. */
	private static void write(Path file, String text) throws IOException {
		Path attempt = file.resolveSibling(file.getFileName() + ".tmp");
		Files.writeString(attempt, text);
		Files.move(attempt, file, StandardCopyOption.ATOMIC_MOVE);
	}

	private static long sequence(String text) {
		return text.startsWith("{\"erased\"") ? ERASED : Long.parseLong(text.split("\"", 5)[3]);
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(this.candidates)) {
			return files.toList();
		}
	}

	private List<TopicPartition> partitions(String topic) {
		List<TopicPartition> partitions = new ArrayList<>();
		this.consumer.partitionsFor(topic)
			.forEach((partition) -> partitions.add(new TopicPartition(topic, partition.partition())));
		return partitions;
	}

	private static String header(ConsumerRecord<?, ?> record, String name) {
		Header header = record.headers().lastHeader(name);
		return (header != null) ? new String(header.value(), UTF_8) : "";
	}

}
