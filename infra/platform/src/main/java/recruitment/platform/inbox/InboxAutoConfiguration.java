package recruitment.platform.inbox;

import java.time.Clock;
import java.util.function.BiFunction;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import recruitment.platform.deadletter.DeadLetters;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.cloud.stream.config.ConsumerEndpointCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.integration.kafka.inbound.KafkaMessageDrivenChannelAdapter;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.util.backoff.BackOff;

@AutoConfiguration(after = CompositeMeterRegistryAutoConfiguration.class)
@EnableConfigurationProperties(InboxProperties.class)
class InboxAutoConfiguration {

	@Bean
	InboxMeters inboxMeters(MeterRegistry registry) {
		return new InboxMeters(registry);
	}

	@Bean
	Inbox inbox(InboxMeters meters, Clock clock) {
		return new Inbox(meters, clock);
	}

	/** Lets the inbox see the record itself. */
	@Bean
	ConsumerEndpointCustomizer<KafkaMessageDrivenChannelAdapter<?, ?>> sourceRecord() {
		return (endpoint, destination, group) -> endpoint.setBindSourceRecord(true);
	}

	@Bean
	ListenerContainerWithDlqAndRetryCustomizer neverLosing(DeadLetters deadLetters, InboxProperties properties,
			InboxMeters meters) {
		return new ListenerContainerWithDlqAndRetryCustomizer() {

			@Override
			public void configure(AbstractMessageListenerContainer<?, ?> container, String destination, String group,
					@Nullable BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> resolver,
					@Nullable BackOff backOff) {
				container
					.setCommonErrorHandler(new InboxErrorHandler(container, group, deadLetters, properties, meters));
			}

			@Override
			public boolean retryAndDlqInBinding(String destination, String group) {
				return false;
			}

		};
	}

}
