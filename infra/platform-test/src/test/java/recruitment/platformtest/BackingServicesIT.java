package recruitment.platformtest;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.mongodb.client.MongoClient;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.KafkaTemplate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = BackingServicesIT.Application.class,
		properties = {
				"spring.kafka.producer.value-serializer=org.apache.kafka.common.serialization.ByteArraySerializer",
				"spring.mongodb.database=booking" })
class BackingServicesIT {

	private final MongoClient store;

	private final KafkaTemplate<String, byte[]> kafka;

	private final String brokers;

	private final String database;

	@Autowired
	BackingServicesIT(MongoClient store, KafkaTemplate<String, byte[]> kafka, KafkaConnectionDetails broker,
			@Value("${spring.mongodb.database}") String database) {
		this.store = store;
		this.kafka = kafka;
		this.brokers = String.join(",", broker.getBootstrapServers());
		this.database = database;
	}

	@Test
	void theStoreKeepsDocumentsInADatabaseOfThisContext() {
		assertThat(this.database).startsWith("test-");
		this.store.getDatabase(this.database).getCollection("evenings").insertOne(new Document("_id", 1));
		assertThat(this.store.getDatabase(this.database).getCollection("evenings").countDocuments()).isOne();
	}

	@Test
	void aTopicIsReadFromItsBeginningAndOn() throws Exception {
		String topic = "fixture-events";
		try (RecordedTopic recorded = new RecordedTopic(this.brokers, topic)) {
			assertThat(recorded.entries()).isEmpty();
			createTopic(topic);
			send(new ProducerRecord<>(topic, "one", "1".getBytes(UTF_8)));
			assertThat(recorded.await("one", 1)).extracting(RecordedTopic.Entry::text).containsExactly("1");
			ProducerRecord<String, byte[]> second = new ProducerRecord<>(topic, "one", "2".getBytes(UTF_8));
			second.headers().add("ce_id", "second".getBytes(UTF_8));
			send(second);
			send(new ProducerRecord<>(topic, "two", null));
			assertThat(recorded.await("one", 2)).extracting(RecordedTopic.Entry::text).containsExactly("1", "2");
			assertThat(recorded.await("one", 2).getLast().header("ce_id")).isEqualTo("second");
			assertThat(recorded.await("two", 1).getFirst().value()).isNull();
		}
	}

	private void createTopic(String topic) throws Exception {
		try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", this.brokers))) {
			admin.createTopics(List.of(new NewTopic(topic, Optional.of(3), Optional.empty()))).all().get();
		}
	}

	private void send(ProducerRecord<String, byte[]> event) throws Exception {
		this.kafka.send(event).get();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(BackingServices.class)
	static class Application {

	}

}
