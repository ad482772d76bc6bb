package recruitment.platform.store;

import java.util.List;
import java.util.Set;

import org.springframework.data.mongodb.core.index.IndexDefinition;

/**
 * The indexes that a collection needs. A bean of this type is enough: they are made in
 * the background as soon as the store is there, and again only when missing.
 *
 * @param collection its name
 * @param indexes unique or sparse ones, or plain; no partial ones, which the embedded
 * store takes for full ones
 */
public record IndexedCollection(String collection, List<IndexDefinition> indexes) {

	private static final Set<String> OPTIONS = Set.of("unique", "sparse", "name", "expireAfterSeconds");

	/**
	 * @throws IllegalArgumentException when an index has an option that is not made here:
	 * then the service does not start
	 */
	public IndexedCollection {
		for (IndexDefinition index : indexes) {
			if (!OPTIONS.containsAll(index.getIndexOptions().keySet())) {
				throw new IllegalArgumentException("the indexes of %s are made with %s, not with %s"
					.formatted(collection, OPTIONS, index.getIndexOptions().keySet()));
			}
		}
	}

	public IndexedCollection(String collection, IndexDefinition... indexes) {
		this(collection, List.of(indexes));
	}

}
