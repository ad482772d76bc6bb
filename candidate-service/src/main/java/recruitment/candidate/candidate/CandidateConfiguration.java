package recruitment.candidate.candidate;

import java.util.function.Consumer;

import recruitment.platform.inbox.Inbox;
import recruitment.platform.outbox.CompactedTopic;
import recruitment.platform.outbox.CompactedTopicAuditor;
import recruitment.platform.outbox.Outbox;
import recruitment.platform.store.IndexedCollection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.messaging.Message;

/**
 * What the feature listens to, what it is found by, and when its background work runs.
 */
@Configuration(proxyBeanMethods = false)
class CandidateConfiguration {

	@Bean
	Consumer<Message<byte[]>> bookingNews(Inbox inbox, CandidateService candidates) {
		return inbox.consumer("candidate", BookingNews.class, candidates::handle);
	}

	@Bean
	IndexedCollection candidates() {
		return new IndexedCollection("candidates", new Index(CandidateSearch.BY_AGE, Direction.DESC),
				new Index(CandidateSearch.BY_EMAIL, Direction.ASC), new Index(CandidateSearch.BY_NAME, Direction.ASC));
	}

	@Bean
	CompactedTopic candidateState(ConsumerFactory<?, ?> consumers) {
		return new CompactedTopic(consumers, CandidateEvent.STATE_TOPIC);
	}

	@Bean
	CompactedTopicAuditor candidateStateAuditor(CompactedTopic candidateState, Outbox outbox) {
		return new CompactedTopicAuditor(candidateState, Candidate.class, outbox);
	}

}
