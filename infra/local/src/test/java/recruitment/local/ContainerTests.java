package recruitment.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What programs are told that stand in for the parts of the stack's own. */
class ContainerTests {

	@TempDir
	Path data;

	@Test
	void theBrokerOfAnImageIsSetAsTheOneInAJvm() {
		Broker broker = stack(Map.of("RECRUIT_CONTAINERS", "/bin/docker")).broker();
		List<String> command = broker.command();

		assertThat(command)
			.containsSequence("recruitment.local.broker.BrokerContainerMain", "9192", "/bin/docker", "run", "--rm",
					"--name")
			.containsSequence("--publish", "127.0.0.1:9192:9192", "--volume")
			.contains("KAFKA_ADVERTISED_LISTENERS=CLIENT://127.0.0.1:9192",
					"KAFKA_LISTENERS=CLIENT://0.0.0.0:9192,CONTROLLER://127.0.0.1:9193",
					"KAFKA_LOG_DIRS=/var/lib/kafka/data", "KAFKA_AUTO_CREATE_TOPICS_ENABLE=false",
					"KAFKA_LOG_RETENTION_MS=-1")
			.endsWith("docker.io/apache/kafka:4.2.1");
		assertThat(broker.kind()).contains("container");
	}

	@Test
	void theStoreOfAnImageIsAReplicaSetOfOne() {
		Store store = stack(Map.of("RECRUIT_CONTAINERS", "/bin/podman")).store();

		assertThat(store.command())
			.containsSequence("recruitment.local.store.MongodMain", "27117", "/bin/podman", "run")
			.containsSequence("docker.io/library/mongo:8", "--replSet", "rs0", "--bind_ip_all", "--port", "27117");
		assertThat(store.uri()).isEqualTo("mongodb://127.0.0.1:27117/?replicaSet=rs0");
	}

	@Test
	void aServerOfTheUsersIsAReplicaSetOfOneThatNobodyElseReaches() {
		Store store = stack(Map.of("RECRUIT_MONGOD", "/opt/mongod")).store();

		assertThat(store.command()).containsSequence("recruitment.local.store.MongodMain", "27117", "/opt/mongod",
				"--replSet", "rs0", "--bind_ip", "127.0.0.1", "--port", "27117", "--dbpath",
				this.data.resolve("mongod").toString());
		assertThat(store.uri()).endsWith("/?replicaSet=rs0");
		assertThat(store.kind()).contains("/opt/mongod", "replica set");
	}

	@Test
	void twoStacksHaveTwoContainers() {
		Map<String, String> variables = Map.of("RECRUIT_CONTAINERS", "docker");
		Store other = LocalStack.in(this.data.resolve("other")).given(Given.in(variables)).build().store();
		assertThat(nameIn(other.command())).startsWith("recruit-store-")
			.isNotEqualTo(nameIn(stack(variables).store().command()));
	}

	private LocalStack stack(Map<String, String> variables) {
		return LocalStack.in(this.data).portOffset(100).given(Given.in(variables)).build();
	}

	private static String nameIn(List<String> command) {
		return command.get(command.indexOf("--name") + 1);
	}

}
