package recruitment.platform.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;

import com.mongodb.client.MongoClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.bson.Document;
import recruitment.platform.event.Topics;

import recruitment.platformtest.SetClock;

import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/**
 * One instance of the outbox, put together by hand over a real store: several of them
 * over one database are several instances of a service.
 */
final class OutboxFixture {

	static final OutboxProperties PROPERTIES = new OutboxProperties(Duration.ofSeconds(15), 1000, 4000, 200,
			Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(1),
			Duration.ofMinutes(5), Duration.ofSeconds(10));

	final MongoTemplate mongo;

	final MeterRegistry registry = new SimpleMeterRegistry();

	final OutboxMeters meters;

	final Breaker breaker;

	final OutboxStore store;

	final OutboxRepair repair;

	final AggregateDocuments documents;

	final OutboxRelay relay;

	final OutboxPoller poller;

	final Outbox outbox;

	final OutboxOperations operations;

	OutboxFixture(MongoTemplate mongo, OutboxStore store, EventSender sender, Executor executor, SetClock clock) {
		this.mongo = mongo;
		this.store = store;
		this.documents = new AggregateDocuments(mongo.getConverter());
		this.meters = new OutboxMeters(this.registry, clock);
		this.breaker = new Breaker(clock, PROPERTIES.probe());
		this.repair = new OutboxRepair(store, PROPERTIES);
		this.relay = new OutboxRelay(new Drain(store, this.repair, sender, this.breaker, this.meters), this.breaker,
				this.meters, executor, PROPERTIES);
		this.meters.watch(this.relay, this.breaker);
		this.poller = new OutboxPoller(this.repair, this.relay, this.breaker, this.documents.collections(), PROPERTIES);
		this.outbox = new Outbox(store, this.documents, this.relay, new EventEntries(clock, () -> null));
		this.operations = new OutboxOperations(store, this.documents);
		this.documents.collections().forEach(store::createIndexes);
	}

	static OutboxFixture over(MongoTemplate mongo, EventSender sender, Executor executor, SetClock clock) {
		return new OutboxFixture(mongo, new OutboxStore(mongo, PROPERTIES, clock, Topics::isCompacted), sender,
				executor, clock);
	}

	/** A template that maps as the services do. */
	static MongoTemplate template(MongoClient client, String database) {
		MongoCustomConversions conversions = new MongoCustomConversions(List.of(new UuidToText(), new TextToUuid()));
		MongoMappingContext context = new MongoMappingContext();
		context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
		context.setInitialEntitySet(Set.of(Parcel.class));
		context.afterPropertiesSet();
		MappingMongoConverter converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, context);
		converter.setCustomConversions(conversions);
		converter.setTypeMapper(new DefaultMongoTypeMapper(null));
		converter.afterPropertiesSet();
		return new MongoTemplate(new SimpleMongoClientDatabaseFactory(client, database), converter);
	}

	Document raw(UUID id) {
		return this.store.on("parcels", (c) -> c.find(new Document("_id", id.toString())).first());
	}

	double count(String meter) {
		return this.registry.get("recruit.outbox." + meter).counter().count();
	}

	@WritingConverter
	private static final class UuidToText implements Converter<UUID, String> {

		@Override
		public String convert(UUID source) {
			return source.toString();
		}

	}

	@ReadingConverter
	private static final class TextToUuid implements Converter<String, UUID> {

		@Override
		public UUID convert(String source) {
			return UUID.fromString(source);
		}

	}

}
