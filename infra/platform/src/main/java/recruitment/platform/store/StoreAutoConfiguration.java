package recruitment.platform.store;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import recruitment.platform.privacy.Pii;
import recruitment.platform.schedule.UntilDone;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/**
 * Writes that survive a fail-over, a store that is down as an answer and not as a hang,
 * and documents that read plainly: ids as text, no class names.
 */
@AutoConfiguration(before = { MongoAutoConfiguration.class, DataMongoAutoConfiguration.class })
class StoreAutoConfiguration {

	/** How long a caller waits for a server, in seconds. */
	private static final int SERVER_SELECTION = 2;

	/**
	 * Connections that are opened side by side. With the driver's two, a burst on a quiet
	 * service spends the time of its operations in a queue for connections.
	 */
	private static final int CONNECTING = 16;

	/** How long one operation may take in all, its retries included, in seconds. */
	private static final int OPERATION_MILLIS = 2500;

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	MongoClientSettingsBuilderCustomizer durableAndBounded() {
		return (settings) -> settings.writeConcern(WriteConcern.MAJORITY.withJournal(true))
			.readConcern(ReadConcern.MAJORITY)
			.applyToClusterSettings((cluster) -> cluster.serverSelectionTimeout(SERVER_SELECTION, TimeUnit.SECONDS))
			.applyToSocketSettings((socket) -> socket.connectTimeout(SERVER_SELECTION, TimeUnit.SECONDS))
			.applyToConnectionPoolSettings((pool) -> pool.maxConnecting(CONNECTING))
			.timeout(OPERATION_MILLIS, TimeUnit.MILLISECONDS);
	}

	@Bean
	static UnavailableAsResourceFailure unavailableAsResourceFailure() {
		return new UnavailableAsResourceFailure();
	}

	@Bean
	MongoCustomConversions mongoCustomConversions() {
		return new MongoCustomConversions(
				List.of(new UuidToText(), new TextToUuid(), new PiiToText(), new TextToPii()));
	}

	@Bean
	MappingMongoConverter mappingMongoConverter(MongoMappingContext context, MongoCustomConversions conversions) {
		MappingMongoConverter converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, context);
		converter.setCustomConversions(conversions);
		converter.setTypeMapper(new DefaultMongoTypeMapper(null, context));
		return converter;
	}

	@Bean
	UntilDone indexes(MongoOperations mongo, ObjectProvider<IndexedCollection> collections) {
		Indexes indexes = new Indexes(mongo, collections.orderedStream().toList());
		return new UntilDone("indexes", indexes::ensure);
	}

	@Bean
	StoreHealthIndicator storeHealthIndicator(MongoOperations mongo) {
		return new StoreHealthIndicator(mongo);
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

	@WritingConverter
	private static final class PiiToText implements Converter<Pii, String> {

		@Override
		public String convert(Pii source) {
			return source.value();
		}

	}

	@ReadingConverter
	private static final class TextToPii implements Converter<String, Pii> {

		@Override
		public Pii convert(String source) {
			return new Pii(source);
		}

	}

}
