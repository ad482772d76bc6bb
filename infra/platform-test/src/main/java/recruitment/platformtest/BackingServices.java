package recruitment.platformtest;

import java.util.List;
import java.util.function.Supplier;

import com.mongodb.ConnectionString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.util.function.SingletonSupplier;

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

	private static final Logger log = LoggerFactory.getLogger(BackingServices.class);

	private static final SingletonSupplier<String> brokers = SingletonSupplier.of(() -> choose("broker",
			"KAFKA_BROKERS", BackingServices::containerBrokers, () -> SharedStack.broker().bootstrapServers()));

	private static final SingletonSupplier<String> store = SingletonSupplier
		.of(() -> choose("store", "MONGODB_URI", BackingServices::containerStore, () -> SharedStack.store().uri()));

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

	/**
	 * The binder of Spring Cloud Stream has a context of its own, which does not see the
	 * connection details of the broker.
	 */
	@Bean
	DynamicPropertyRegistrar backingProperties(TestDatabase database) {
		return (properties) -> {
			properties.add("spring.mongodb.database", database::name);
			properties.add("spring.kafka.bootstrap-servers", BackingServices::brokers);
		};
	}

	/** Bootstrap servers, for what a test does without Spring. */
	public static String brokers() {
		return brokers.obtain();
	}

	/** Connection string without a database, for what a test does without Spring. */
	public static String storeUri() {
		return store.obtain();
	}

	private static String containerBrokers() {
		SharedContainers.KAFKA.start();
		return SharedContainers.KAFKA.getBootstrapServers();
	}

	private static String containerStore() {
		SharedContainers.MONGO.start();
		return SharedContainers.MONGO.getConnectionString();
	}

	/**
	 * The address of a broker or a store; says once which one it is, and never a given
	 * address, which may hold a password.
	 */
	private static String choose(String what, String variable, Supplier<String> container, Supplier<String> child) {
		String given = System.getenv(variable);
		if (Boolean.getBoolean(CONTAINERS)) {
			log.info("The {} of these tests is a container", what);
			return container.get();
		}
		if (given != null) {
			log.info("The {} of these tests is given by {}", what, variable);
			return given;
		}
		log.info("The {} of these tests is a child of their process", what);
		return child.get();
	}

}
