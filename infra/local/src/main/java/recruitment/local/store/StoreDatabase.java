package recruitment.local.store;

import java.util.List;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * A database whose collections narrow by index, and whose maps are in the order and the
 * encoding of BSON.
 */
final class StoreDatabase extends H2Database {

	private static final Document COUNT = new Document("$group",
			new Document("_id", 1).append("n", new Document("$sum", 1)));

	private final MVStore store;

	StoreDatabase(String name, MVStore store, CursorRegistry cursors) {
		this.store = store;
		super(name, store, cursors);
	}

	/** Drivers count with a pipeline, and a pipeline reads the whole collection. */
	@Override
	public Document handleCommand(Channel channel, String command, Document query, DatabaseResolver databases,
			Oplog oplog) {
		if (command.equals("aggregate") && query.get("pipeline") instanceof List<?> stages && stages.size() == 2
				&& stages.getFirst() instanceof Document first && first.get("$match") instanceof Document filter
				&& stages.getLast().equals(COUNT)) {
			String name = String.valueOf(query.get(command));
			MongoCollection<Object> collection = resolveCollection(name, false);
			int count = (collection != null) ? collection.count(filter, 0, 0) : 0;
			List<Document> batch = (count > 0) ? List.of(new Document("_id", 1).append("n", count)) : List.of();
			return new Document("cursor",
					new Document("id", 0L).append("ns", getFullCollectionNamespace(name)).append("firstBatch", batch))
				.append("ok", 1.0);
		}
		return super.handleCommand(channel, command, query, databases, oplog);
	}

	@Override
	protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
		String fullName = getFullCollectionNamespace(name);
		return new StoreCollection(this, name, options,
				this.store.openMap("databases." + fullName,
						new MVMap.Builder<Object, Document>().keyType(BsonTypes.VALUE).valueType(BsonTypes.DOCUMENT)),
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
