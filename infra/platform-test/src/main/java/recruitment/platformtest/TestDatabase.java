package recruitment.platformtest;

import java.util.UUID;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import org.springframework.beans.factory.DisposableBean;

/**
 * A database that one application context has for itself, dropped with it where the store
 * outlives the tests.
 */
class TestDatabase implements DisposableBean {

	private final String name = "test-" + UUID.randomUUID();

	String name() {
		return this.name;
	}

	@Override
	public void destroy() {
		if (System.getenv("MONGODB_URI") != null) {
			try (MongoClient store = MongoClients.create(BackingServices.storeUri())) {
				store.getDatabase(this.name).drop();
			}
		}
	}

}
