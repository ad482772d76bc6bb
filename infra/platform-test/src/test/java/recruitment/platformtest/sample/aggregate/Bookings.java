package recruitment.platformtest.sample.aggregate;

import recruitment.platform.outbox.Aggregate;

import org.springframework.data.mongodb.core.MongoOperations;

class Bookings {

	void keep(MongoOperations store, Booking booking) {
		store.insert(booking);
	}

	static class Booking implements Aggregate {

		@Override
		public Object id() {
			return 1;
		}

	}

}
