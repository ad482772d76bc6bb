package recruitment.platform.store;

import java.util.List;

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

	public IndexedCollection(String collection, IndexDefinition... indexes) {
		this(collection, List.of(indexes));
	}

}
