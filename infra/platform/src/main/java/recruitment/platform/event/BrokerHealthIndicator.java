package recruitment.platform.event;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.core.KafkaAdmin;

/** Whether the broker answers within {@value #PATIENCE} milliseconds. */
class BrokerHealthIndicator extends AbstractHealthIndicator {

	private static final int PATIENCE = 1000;

	private final Map<String, Object> settings;

	BrokerHealthIndicator(KafkaAdmin admin) {
		this.settings = new HashMap<>(admin.getConfigurationProperties());
		this.settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE);
		this.settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE);
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) throws InterruptedException {
		try (Admin client = Admin.create(this.settings)) {
			builder.up().withDetail("nodes", client.describeCluster().nodes().get().size());
		}
		catch (ExecutionException ex) {
			builder.down().withDetail("error", String.valueOf(ex.getCause()));
		}
	}

}
