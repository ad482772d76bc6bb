package recruitment.local.store;

import java.util.List;
import java.util.Map.Entry;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.Constants;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** One position for each combination of values. */
final class UniqueIndex extends AbstractUniqueIndex<Object> implements OrderedIndex {

	private final MVMap<KeyValue, Object> entries;

	UniqueIndex(String name, List<IndexKey> keys, boolean sparse, MVMap<KeyValue, Object> entries) {
		super(name, keys, sparse);
		this.entries = entries;
	}

	@Override
	public MVMap<KeyValue, Object> entries() {
		return this.entries;
	}

	@Override
	public List<String> fields() {
		return keys();
	}

	@Override
	public boolean holdsEveryDocument() {
		return keys().equals(List.of(Constants.ID_FIELD));
	}

	/** Not those whose field is an empty array. */
	@Override
	public boolean holdsEveryDocumentWithTheField() {
		return false;
	}

	@Override
	protected @Nullable Object removeDocument(KeyValue key) {
		return this.entries.remove(key);
	}

	@Override
	protected boolean putKeyPosition(KeyValue key, Object position) {
		return this.entries.putIfAbsent(key, position) == null;
	}

	@Override
	protected Iterable<Entry<KeyValue, Object>> getIterable() {
		return this.entries.entrySet();
	}

	@Override
	protected @Nullable Object getPosition(KeyValue key) {
		return this.entries.get(key);
	}

	@Override
	public long getCount() {
		return this.entries.sizeAsLong();
	}

	@Override
	public long getDataSize() {
		return getCount();
	}

}
