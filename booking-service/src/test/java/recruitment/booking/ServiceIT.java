package recruitment.booking;

import java.util.Objects;

import org.bson.Document;
import recruitment.platformtest.BackingServices;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;

/** The service on the broker and the store of all tests; one for all of them. */
@Import(BackingServices.class)
public abstract class ServiceIT extends ServiceClient {

	@Autowired
	protected MongoOperations mongo;

	/** As a booking of this person at another evening has it. */
	protected String personKeyOf(String name) {
		String booking = booked(evening(1), name).toString();
		Document stored = Objects.requireNonNull(this.mongo.findById(booking, Document.class, "bookings"));
		return stored.get("person", Document.class).getString("key");
	}

}
