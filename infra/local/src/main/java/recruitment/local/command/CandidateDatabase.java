package recruitment.local.command;

import java.util.concurrent.TimeUnit;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;

/** The database of candidate-service, as far as its rebuilding needs it. */
final class CandidateDatabase implements AutoCloseable {

	private static final int PATIENCE_SECONDS = 5;

	private final MongoClient client;

	private final MongoDatabase database;

	/**
	 * @param uri a connection string without a database
	 */
	CandidateDatabase(String uri) {
		this.client = MongoClients.create(MongoClientSettings.builder()
			.applyConnectionString(new ConnectionString(uri))
			.applyToClusterSettings((cluster) -> cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
			.build());
		this.database = this.client.getDatabase("candidate");
	}

	long records() {
		return this.database.getCollection("candidates").estimatedDocumentCount();
	}

	/** How many records have events that wait to be relayed. */
	long untold() {
		return this.database.getCollection("candidates").countDocuments(Filters.exists("out.0"));
	}

	/** Whether the service has marked that it read everything back. */
	boolean isComplete() {
		return this.database.getCollection("projections").estimatedDocumentCount() > 0;
	}

	void drop() {
		this.database.drop();
	}

	@Override
	public void close() {
		this.client.close();
	}

}
