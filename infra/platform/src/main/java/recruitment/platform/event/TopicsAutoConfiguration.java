package recruitment.platform.event;

import recruitment.platform.schedule.UntilDone;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.kafka.core.KafkaAdmin;

@AutoConfiguration(after = KafkaAutoConfiguration.class)
class TopicsAutoConfiguration {

	@Bean
	BrokerHealthIndicator brokerHealthIndicator(KafkaAdmin admin) {
		return new BrokerHealthIndicator(admin);
	}

	/** Elsewhere topics are made by whoever runs the broker. */
	@Bean
	@Profile("local")
	UntilDone topics(KafkaAdmin admin, BindingServiceProperties bindings) {
		return new UntilDone("topics", new TopicMaker(admin, bindings.getBindings().values())::ensure);
	}

}
