package recruitment.platform.store;

import org.bson.Document;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Whether the store answers. Asks the service's own database alone, so it needs no
 * further right, and waits no longer than any operation does.
 */
class StoreHealthIndicator extends AbstractHealthIndicator {

	private static final Document PING = new Document("ping", 1);

	private final MongoOperations mongo;

	StoreHealthIndicator(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		try {
			this.mongo.executeCommand(PING);
			builder.up();
		}
		catch (DataAccessException ex) {
			builder.down().withDetail("error", ex.getClass().getName());
		}
	}

}
