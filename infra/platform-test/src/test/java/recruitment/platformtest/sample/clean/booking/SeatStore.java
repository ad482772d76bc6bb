package recruitment.platformtest.sample.clean.booking;

import java.time.Clock;
import java.time.Instant;

import org.bson.Document;
import recruitment.platform.privacy.Pii;
import recruitment.platformtest.sample.clean.evening.Evening;

import org.springframework.data.mongodb.core.MongoOperations;

/** Writes documents that publish nothing, in updates. */
class SeatStore {

	void open(MongoOperations store) {
		store.insert(new Document("free", 3), "seats");
	}

	static class Desk {

		boolean isClosed(Clock clock) {
			return new Evening(new Pii("Sam")).isOver(clock, Instant.EPOCH);
		}

	}

}
