package recruitment.platform.store;

import java.util.List;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.IndexOperations;

/** Makes the indexes of all collections. */
class Indexes {

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
			IndexOperations operations = this.mongo.indexOps(collection.collection());
			collection.indexes().forEach(operations::createIndex);
		}
	}

}
