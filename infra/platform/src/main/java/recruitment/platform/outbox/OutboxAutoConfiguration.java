package recruitment.platform.outbox;

import java.time.Clock;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;
import recruitment.platform.event.Topics;
import recruitment.platform.schedule.UntilDone;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.core.ProducerFactory;

/** Puts the outbox together. */
@AutoConfiguration(afterName = { "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
		"org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration" })
@EnableConfigurationProperties(OutboxProperties.class)
class OutboxAutoConfiguration {

	@Bean
	AggregateDocuments aggregateDocuments(MongoOperations mongo) {
		return new AggregateDocuments(mongo.getConverter());
	}

	@Bean
	OutboxStore outboxStore(MongoOperations mongo, OutboxProperties properties, Clock clock) {
		return new OutboxStore(mongo, properties, clock, Topics::isCompacted);
	}

	@Bean
	OutboxRepair outboxRepair(OutboxStore store, OutboxProperties properties) {
		return new OutboxRepair(store, properties);
	}

	@Bean
	UntilDone outboxIndexes(OutboxStore store, AggregateDocuments documents) {
		return new UntilDone("outbox indexes", () -> documents.collections().forEach(store::createIndexes));
	}

	@Bean
	KafkaEventSender kafkaEventSender(ProducerFactory<?, ?> producers, OutboxProperties properties,
			@Value("${spring.application.name}") String service) {
		return new KafkaEventSender(producers, properties, service);
	}

	@Bean
	OutboxMeters outboxMeters(MeterRegistry registry, Clock clock) {
		return new OutboxMeters(registry, clock);
	}

	@Bean
	Breaker outboxBreaker(Clock clock, OutboxProperties properties) {
		return new Breaker(clock, properties.probe());
	}

	@Bean
	OutboxRelay outboxRelay(OutboxStore store, OutboxRepair repair, EventSender sender, Breaker breaker,
			OutboxMeters meters, OutboxProperties properties) {
		OutboxRelay relay = new OutboxRelay(new Drain(store, repair, sender, breaker, meters), breaker, meters,
				(drain) -> Thread.ofVirtual().name("outbox-drain").start(drain), properties);
		meters.watch(relay, breaker);
		return relay;
	}

	@Bean
	Outbox outbox(OutboxStore store, AggregateDocuments documents, OutboxRelay relay, Clock clock,
			ObjectProvider<Tracer> tracer) {
		return new Outbox(store, documents, relay, new EventEntries(clock, traceparent(tracer)));
	}

	@Bean
	OutboxOperations outboxOperations(OutboxStore store, AggregateDocuments documents) {
		return new OutboxOperations(store, documents);
	}

	@Bean
	OutboxLifecycle outboxLifecycle(OutboxStore store, OutboxRepair repair, AggregateDocuments documents,
			OutboxRelay relay, Breaker breaker, OutboxMeters meters, OutboxProperties properties, Clock clock) {
		return new OutboxLifecycle(new OutboxPoller(repair, relay, breaker, documents.collections(), properties),
				new OutboxWatch(store, documents.collections(), meters, clock), relay, properties);
	}

	@Bean
	OutboxHealthIndicator outboxHealthIndicator(OutboxMeters meters, Breaker breaker) {
		return new OutboxHealthIndicator(meters, breaker);
	}

	@Bean
	OutboxEndpoint outboxEndpoint(OutboxOperations operations, OutboxMeters meters, Breaker breaker) {
		return new OutboxEndpoint(operations, meters, breaker);
	}

	@Bean
	CompactedTopicAudits compactedTopicAudits(ObjectProvider<CompactedTopicAuditor> auditors, Clock clock) {
		return new CompactedTopicAudits(auditors.orderedStream().toList(), clock);
	}

	@Bean
	CompactedTopicAuditEndpoint compactedTopicAuditEndpoint(CompactedTopicAudits audits) {
		return new CompactedTopicAuditEndpoint(audits);
	}

	/** The trace context of the current thread in W3C form. */
	private static Supplier<@Nullable String> traceparent(ObjectProvider<Tracer> provider) {
		Tracer tracer = provider.getIfAvailable(() -> Tracer.NOOP);
		return () -> {
			TraceContext context = tracer.currentTraceContext().context();
			if (context == null || context.traceId().isEmpty()) {
				return null;
			}
			return "00-%s-%s-%s".formatted(context.traceId(), context.spanId(),
					Boolean.TRUE.equals(context.sampled()) ? "01" : "00");
		};
	}

}
