package recruitment.platform.deadletter;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ProducerFactory;

@AutoConfiguration(after = KafkaAutoConfiguration.class)
class DeadLettersAutoConfiguration {

	@Bean
	DeadLetters deadLetters(ProducerFactory<?, ?> factory) {
		return new DeadLetters(factory.getConfigurationProperties());
	}

}
