package recruitment.local.store;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Constants;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Any number of positions for the same values: an entry's key is the values followed by
 * the position. An array has an entry for each of its elements.
 */
final class SecondaryIndex extends Index<Object> implements OrderedIndex {

	private final MVMap<KeyValue, Object> entries;

	SecondaryIndex(String name, List<IndexKey> keys, boolean sparse, MVMap<KeyValue, Object> entries) {
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
		return !isSparse();
	}

	@Override
	public boolean holdsEveryDocumentWithTheField() {
		return true;
	}

	private Set<KeyValue> entriesOf(Document document) {
		if (isSparse() && keys().stream().allMatch((key) -> isAbsent(document, key))) {
			return Set.of();
		}
		Collection<KeyValue> values = getKeyValues(document);
		if (values.isEmpty()) {
			values = List.of(new KeyValue(Collections.nCopies(keys().size(), null)));
		}
		Object id = new KeyValue(document.get(Constants.ID_FIELD)).normalized().get(0);
		return values.stream()
			.map((key) -> new KeyValue(Stream.concat(key.stream(), Stream.of(id)).toList()))
			.collect(Collectors.toSet());
	}

	private static boolean isAbsent(Document document, String key) {
		Object value = Utils.getSubdocumentValueCollectionAware(document, key);
		return value instanceof Missing || value instanceof Collection<?> each && !each.isEmpty()
				&& each.stream().allMatch(Missing.class::isInstance);
	}

	@Override
	public void checkAdd(Document document, MongoCollection<Object> collection) {
		entriesOf(document);
	}

	@Override
	public void add(Document document, Object position, MongoCollection<Object> collection) {
		entriesOf(document).forEach((key) -> this.entries.put(key, position));
	}

	/** A document that this index does not hold has no position here. */
	@Override
	public @Nullable Object remove(Document document) {
		Object position = null;
		for (KeyValue key : entriesOf(document)) {
			position = this.entries.remove(key);
		}
		return position;
	}

	@Override
	public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
		entriesOf(after);
	}

	@Override
	public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
		Set<KeyValue> old = entriesOf(before);
		Set<KeyValue> wanted = entriesOf(after);
		old.stream().filter((key) -> !wanted.contains(key)).forEach(this.entries::remove);
		wanted.stream().filter((key) -> !old.contains(key)).forEach((key) -> this.entries.put(key, position));
	}

	/** The other indexes know it: {@code _id} is always one of them. */
	@Override
	public @Nullable Object getPosition(Document document) {
		return null;
	}

	/** Queries are planned by {@link IndexScan}. */
	@Override
	public boolean canHandle(Document query) {
		return false;
	}

	@Override
	public Iterable<Object> getPositions(Document query) {
		throw new UnsupportedOperationException("planned elsewhere");
	}

	@Override
	public long getCount() {
		return this.entries.sizeAsLong();
	}

	@Override
	public long getDataSize() {
		return getCount();
	}

	@Override
	public void drop() {
		this.entries.clear();
	}

}
