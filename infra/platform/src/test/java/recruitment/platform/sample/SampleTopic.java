package recruitment.platform.sample;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.kafka.clients.admin.AlterConfigOp.OpType.SET;

/** A topic that a test makes and writes to, all in its second partition. */
public final class SampleTopic implements AutoCloseable {

	public static final String SAID = "recruitment.sample.said.v1";

	private static final int PARTITIONS = 2;

	private final TopicPartition second;

	private final Admin admin;

	private final KafkaProducer<String, byte[]> producer;

	public SampleTopic(String bootstrapServers, String name) {
		this.second = new TopicPartition(name, 1);
		this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
		this.producer = new KafkaProducer<>(Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(),
				new ByteArraySerializer());
	}

	public SampleTopic create(Map<String, String> settings) throws Exception {
		NewTopic topic = new NewTopic(this.second.topic(), PARTITIONS, (short) 1).configs(settings);
		this.admin.createTopics(List.of(topic)).all().get();
		return this;
	}

	public void set(String setting, String value) throws Exception {
		ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, this.second.topic());
		AlterConfigOp change = new AlterConfigOp(new ConfigEntry(setting, value), SET);
		this.admin.incrementalAlterConfigs(Map.of(topic, List.of(change))).all().get();
	}

	/** Writes an event as the outbox does. */
	public UUID say(String type, @Nullable String data) throws Exception {
		UUID id = UuidCreator.getTimeOrderedEpoch();
		ProducerRecord<String, byte[]> record = record((data != null) ? data.getBytes(UTF_8) : null);
		Map.of("ce_id", id.toString(), "ce_type", type, "ce_source", "/sample-service", "ce_specversion", "1.0",
				"ce_time", Instant.EPOCH.toString(), "ce_subject", "subject", "ce_sequence", "%019d".formatted(7),
				"content-type", "application/json")
			.forEach((header, value) -> record.headers().add(header, value.getBytes(UTF_8)));
		this.producer.send(record).get();
		return id;
	}

	/** Writes a record that is no event. */
	public void write(byte[] value) throws Exception {
		this.producer.send(record(value)).get();
	}

	private ProducerRecord<String, byte[]> record(byte @Nullable [] value) {
		return new ProducerRecord<>(this.second.topic(), this.second.partition(), "key", value);
	}

	/** How many records a group has not committed. */
	public long lag(String group) throws Exception {
		OffsetAndMetadata committed = this.admin.listConsumerGroupOffsets(group)
			.partitionsToOffsetAndMetadata()
			.get()
			.get(this.second);
		long end = this.admin.listOffsets(Map.of(this.second, OffsetSpec.latest()))
			.partitionResult(this.second)
			.get()
			.offset();
		return end - ((committed != null) ? committed.offset() : 0);
	}

	@Override
	public void close() {
		this.producer.close();
		this.admin.close();
	}

}
