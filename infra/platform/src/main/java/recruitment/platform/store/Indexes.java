package recruitment.platform.store;

import java.util.List;
import java.util.concurrent.TimeUnit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import org.bson.Document;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.IndexDefinition;

/** Makes the indexes of all collections. */
public class Indexes {

	/** On a collection that has grown, an index takes its time. */
	private static final long MINUTES = 30;

	private final MongoOperations mongo;

	private final List<IndexedCollection> collections;

	Indexes(MongoOperations mongo, List<IndexedCollection> collections) {
		this.mongo = mongo;
		this.collections = collections;
	}

	/**
	 * Makes those that are missing.
	 * @throws org.springframework.dao.DataAccessException when the store is down
	 */
	void ensure() {
		for (IndexedCollection collection : this.collections) {
			for (IndexDefinition index : collection.indexes()) {
				this.mongo.execute(collection.collection(),
						(c) -> patient(c).createIndex(index.getIndexKeys(), options(index.getIndexOptions())));
			}
		}
	}

	/** The collection without the time-out of other operations. */
	public static MongoCollection<Document> patient(MongoCollection<Document> collection) {
		return collection.withTimeout(MINUTES, TimeUnit.MINUTES);
	}

	/** Those that {@link IndexedCollection} lets through. */
	private static IndexOptions options(Document options) {
		IndexOptions known = new IndexOptions().unique(options.getBoolean("unique", false))
			.sparse(options.getBoolean("sparse", false));
		if (options.containsKey("name")) {
			known.name(options.getString("name"));
		}
		if (options.containsKey("expireAfterSeconds")) {
			known.expireAfter(options.get("expireAfterSeconds", Number.class).longValue(), TimeUnit.SECONDS);
		}
		return known;
	}

}
