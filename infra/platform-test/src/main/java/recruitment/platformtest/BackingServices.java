package recruitment.platformtest;

import java.util.List;

import com.mongodb.ConnectionString;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * Broker and store for tests: {@code @Import(BackingServices.class)} beside
 * {@code @SpringBootTest}. By default they are children of the test's JVM, started when
 * first asked for and ended with it; with {@code -Pcontainers} they come from
 * Testcontainers; {@code KAFKA_BROKERS} and {@code MONGODB_URI} in the environment name
 * given ones. The same tests run on all of them.
 * <p>
 * Each application context has a database of its own. Topics and consumer groups have the
 * names that the services give them and are shared by the tests of a JVM: tests look for
 * their own keys and never for "the first record". A given broker is left with the topics
 * of the tests, so it should be one to throw away.
 * <p>
 * A test that stops a broker or a store starts its own
 * {@link recruitment.local.LocalStack}.
 */
@TestConfiguration(proxyBeanMethods = false)
public class BackingServices {

	/** Set by the Maven profile {@code containers}. */
	static final String CONTAINERS = "recruitment.containers";

	@Bean
	@ServiceConnection
	@ConditionalOnBooleanProperty(CONTAINERS)
	KafkaContainer kafkaContainer() {
		return SharedContainers.KAFKA;
	}

	@Bean
	@ServiceConnection
	@ConditionalOnBooleanProperty(CONTAINERS)
	MongoDBContainer mongoContainer() {
		return SharedContainers.MONGO;
	}

	@Bean
	@ConditionalOnBooleanProperty(name = CONTAINERS, havingValue = false, matchIfMissing = true)
	KafkaConnectionDetails kafkaConnectionDetails() {
		List<String> servers = List.of(brokers().split(","));
		return () -> servers;
	}

	@Bean
	@ConditionalOnBooleanProperty(name = CONTAINERS, havingValue = false, matchIfMissing = true)
	MongoConnectionDetails mongoConnectionDetails() {
		ConnectionString store = new ConnectionString(storeUri());
		return () -> store;
	}

	@Bean
	TestDatabase testDatabase() {
		return new TestDatabase();
	}

	@Bean
	DynamicPropertyRegistrar databaseProperty(TestDatabase database) {
		return (properties) -> properties.add("spring.mongodb.database", database::name);
	}

	/**
	 * The binder of Spring Cloud Stream has a context of its own, which does not see the
	 * connection details.
	 */
	@Bean
	DynamicPropertyRegistrar binderProperty() {
		return (properties) -> properties.add("spring.kafka.bootstrap-servers", BackingServices::brokers);
	}

	/** Bootstrap servers, for what a test does without Spring. */
	public static String brokers() {
		if (Boolean.getBoolean(CONTAINERS)) {
			SharedContainers.KAFKA.start();
			return SharedContainers.KAFKA.getBootstrapServers();
		}
		String given = System.getenv("KAFKA_BROKERS");
		return (given != null) ? given : SharedStack.broker().bootstrapServers();
	}

	/** Connection string without a database, for what a test does without Spring. */
	public static String storeUri() {
		if (Boolean.getBoolean(CONTAINERS)) {
			SharedContainers.MONGO.start();
			return SharedContainers.MONGO.getConnectionString();
		}
		String given = System.getenv("MONGODB_URI");
		return (given != null) ? given : SharedStack.store().uri();
	}

}
