package recruitment.notification.intent;

import java.util.function.Consumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.messaging.Message;

import recruitment.platform.inbox.Inbox;
import recruitment.platform.store.IndexedCollection;

/** What connects intents to the broker and the store. */
@Configuration(proxyBeanMethods = false)
class IntentConfiguration {

	@Bean
	Consumer<Message<byte[]>> bookingNews(Inbox inbox, NewsHandler handler) {
		return inbox.consumer("notified", BookingNews.class, handler::handle);
	}

	@Bean
	IndexedCollection intentIndexes() {
		return new IndexedCollection(Intent.COLLECTION, new Index("due", Direction.ASC).sparse(),
				new Index("booking", Direction.ASC), new Index("message.reference", Direction.ASC),
				new Index("mailbox", Direction.ASC).sparse());
	}

}
