package recruitment.platformtest;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/** The containers of a test's JVM; Testcontainers removes them when it ends. */
final class SharedContainers {

	static final KafkaContainer KAFKA = new KafkaContainer("apache/kafka:4.2.1")
		.withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");

	static final MongoDBContainer MONGO = new MongoDBContainer("mongo:8").withReplicaSet();

	private SharedContainers() {
	}

}
