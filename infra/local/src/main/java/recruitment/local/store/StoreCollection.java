package recruitment.local.store;

import java.util.List;
import java.util.Set;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Narrows each query by the best index before it looks at documents: {@code {_id: x,
 * status: y}} looks at one, however many there are.
 */
final class StoreCollection extends H2Collection {

	StoreCollection(MongoDatabase database, String name, CollectionOptions options, MVMap<Object, Document> documents,
			MVMap<String, Object> meta, CursorRegistry cursors) {
		super(database, name, options, documents, meta, cursors);
	}

	@Override
	protected QueryResult queryDocuments(Document query, @Nullable Document orderBy, int skip, int limit, int batchSize,
			@Nullable Document projection) {
		IndexScan scan = IndexScan.best(getIndexes(), query, orderBy, limit > 0);
		Set<Object> texts = (scan != null && scan.narrows()) ? null : IndexedText.positions(getIndexes(), query);
		if (scan == null) {
			return (texts != null) ? matchDocuments(query, texts, orderBy, skip, limit, batchSize, projection)
					: matchDocuments(query, orderBy, skip, limit, batchSize, projection);
		}
		Iterable<Object> positions = scan.positions().filter((each) -> texts == null || texts.contains(each))::iterator;
		return matchDocuments(query, positions, scan.inOrder() ? null : orderBy, skip, limit, batchSize, projection);
	}

	@Override
	public synchronized int count(@Nullable Document query, int skip, int limit) {
		return super.count(query, skip, limit);
	}

	/**
	 * Gives away copies. The superclass changes what it found and puts it back, and
	 * answers are encoded after the lock is released: with copies a document in the
	 * file's maps never changes.
	 */
	@Override
	protected QueryResult createQueryResult(List<Document> matched, int batchSize) {
		return super.createQueryResult(matched.stream().map(Document::cloneDeeply).toList(), batchSize);
	}

	/** Sizes cost an encoding and a page with every write, and nobody asks for them. */
	@Override
	protected boolean tracksDataSize() {
		return false;
	}

}
