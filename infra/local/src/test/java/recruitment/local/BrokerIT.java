package recruitment.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Tag("long")
class BrokerIT {

	@TempDir
	Path data;

	@Test
	void aKilledBrokerKeepsWhatItAcknowledgedAndComesBackOnTheSamePort() throws Exception {
		try (LocalStack stack = LocalStack.in(this.data).freePorts().build()) {
			Broker broker = stack.broker();
			broker.start();
			makeTopic(broker);
			send(broker, "before");
			broker.kill();
			assertThat(broker.isRunning()).isFalse();

			broker.start();
			send(broker, "after");
			assertThat(values(broker)).containsExactly("before", "after");
		}
	}

	@Test
	void aFrozenBrokerAnswersAgainWhenItIsThawed() throws Exception {
		try (LocalStack stack = LocalStack.in(this.data).freePorts().build()) {
			Broker broker = stack.broker();
			broker.start();
			makeTopic(broker);
			broker.freeze();
			assertThatThrownBy(() -> send(broker, "lost")).isNotNull();
			broker.thaw();
			send(broker, "kept");
			assertThat(values(broker)).contains("kept");
		}
	}

	@Test
	void nothingIsStartedAfterTheEnd() {
		LocalStack stack = LocalStack.in(this.data).freePorts().build();
		stack.close();
		assertThatThrownBy(stack.broker()::start).isInstanceOf(StartFailure.class);
		assertThat(stack.broker().isRunning()).isFalse();
	}

	private static void makeTopic(Broker broker) throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
			admin.createTopics(List.of(new NewTopic("news", 1, (short) 1))).all().get();
		}
	}

	private static void send(Broker broker, String value) throws Exception {
		Map<String, Object> properties = Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all",
				"delivery.timeout.ms", "3000", "request.timeout.ms", "2000", "max.block.ms", "3000");
		try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
			producer.send(new ProducerRecord<>("news", value)).get(10, TimeUnit.SECONDS);
		}
	}

	private static List<String> values(Broker broker) {
		Map<String, Object> properties = Map.of("bootstrap.servers", broker.bootstrapServers());
		TopicPartition partition = new TopicPartition("news", 0);
		try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
			consumer.assign(List.of(partition));
			consumer.seekToBeginning(List.of(partition));
			List<String> values = new ArrayList<>();
			while (consumer.position(partition) < consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L)) {
				consumer.poll(Duration.ofMillis(200)).forEach((record) -> values.add(record.value()));
			}
			return values;
		}
	}

}
