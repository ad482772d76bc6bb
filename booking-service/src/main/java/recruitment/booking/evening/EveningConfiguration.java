package recruitment.booking.evening;

import java.time.Clock;
import java.util.List;

import recruitment.booking.seating.SeatLedgerStore;
import recruitment.platform.outbox.CompactedTopic;
import recruitment.platform.outbox.CompactedTopicAuditor;
import recruitment.platform.outbox.Outbox;
import recruitment.platform.schedule.UntilDone;
import recruitment.platform.store.IndexedCollection;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.FileSystemResource;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.kafka.core.ConsumerFactory;

@Configuration(proxyBeanMethods = false)
class EveningConfiguration {

	@Bean
	IndexedCollection eveningIndexes() {
		return new IndexedCollection("evenings", new Index("slug", Sort.Direction.ASC).unique(),
				new Index("series", Sort.Direction.ASC).sparse(), new Index("status", Sort.Direction.ASC));
	}

	/** So that the last that the topic tells of an evening is what stands. */
	@Bean
	CompactedTopicAuditor eveningEventsAuditor(ConsumerFactory<?, ?> consumers, Outbox outbox) {
		return new CompactedTopicAuditor(new CompactedTopic(consumers, "evening-events"), Evening.class, outbox);
	}

	@Bean
	@Profile("local")
	@ConditionalOnProperty("recruitment.evenings-file")
	UntilDone sampleEvenings(@Value("${recruitment.evenings-file}") FileSystemResource file, JsonMapper json,
			MongoOperations mongo, Outbox outbox, SeatLedgerStore seats, Clock clock) throws Exception {
		List<SampleEvenings.Sample> samples = json.readValue(file.getContentAsByteArray(), new TypeReference<>() {
		});
		return new UntilDone("sample evenings", new SampleEvenings(samples, mongo, outbox, seats, clock)::add);
	}

}
