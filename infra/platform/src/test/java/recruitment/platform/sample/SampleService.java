package recruitment.platform.sample;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

import recruitment.platform.inbox.Inbox;
import recruitment.platform.inbox.Incoming;
import recruitment.platform.inbox.Outcome;
import recruitment.platform.store.IndexedCollection;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.messaging.Message;

@SpringBootApplication
public class SampleService {

	/** What a test wants done with an event. */
	public final AtomicReference<Function<Incoming<SampleNews>, Outcome>> handler = new AtomicReference<>(
			(event) -> Outcome.OK);

	@Bean
	Consumer<Message<byte[]>> sampleNews(Inbox inbox) {
		return inbox.consumer("sample", SampleNews.class, (event) -> this.handler.get().apply(event));
	}

	@Bean
	IndexedCollection guests() {
		return new IndexedCollection("guest", new Index("friend", Direction.ASC).sparse().named("friend"));
	}

}
