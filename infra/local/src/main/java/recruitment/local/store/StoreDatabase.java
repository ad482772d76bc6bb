package recruitment.local.store;

import java.util.List;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * A database whose collections narrow by index, and whose maps are in the order and the
 * encoding of BSON.
 */
final class StoreDatabase extends H2Database {

	private final MVStore store;

	StoreDatabase(String name, MVStore store, CursorRegistry cursors) {
		this.store = store;
		super(name, store, cursors);
	}

	@Override
	protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
		String fullName = getFullCollectionNamespace(name);
		return new StoreCollection(this, name, options,
				this.store.openMap("databases." + fullName,
						new MVMap.Builder<Object, de.bwaldvogel.mongo.bson.Document>().keyType(BsonTypes.VALUE)
							.valueType(BsonTypes.DOCUMENT)),
				this.store.openMap("meta." + fullName), this.cursorRegistry);
	}

	@Override
	protected Index<Object> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys,
			boolean sparse) {
		return new UniqueIndex(name, keys, sparse, entries(collection, name));
	}

	@Override
	protected Index<Object> openOrCreateSecondaryIndex(String collection, String name, List<IndexKey> keys,
			boolean sparse) {
		return new SecondaryIndex(name, keys, sparse, entries(collection, name));
	}

	/** The name is the one under which the superclass drops the index. */
	private MVMap<KeyValue, Object> entries(String collection, String index) {
		return this.store.openMap(getFullCollectionNamespace(collection) + "._index_" + index,
				new MVMap.Builder<KeyValue, Object>().keyType(BsonTypes.INDEX_KEY).valueType(BsonTypes.VALUE));
	}

}
