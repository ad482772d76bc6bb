package recruitment.local.store;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.Cursor;
import org.jspecify.annotations.Nullable;

/** Looks for texts in the keys of an index, a fraction of what the documents are. */
final class IndexedText {

	private IndexedText() {
	}

	/**
	 * Where every document is that a query by regular expression can match, and perhaps
	 * others.
	 * @return nothing when no index tells
	 */
	static @Nullable Set<Object> positions(List<? extends Index<?>> indexes, Document query) {
		Map<String, Object> conditions = new HashMap<>();
		IndexScan.collect(query, conditions);
		for (Index<?> index : indexes) {
			if (index instanceof OrderedIndex ordered && ordered.holdsEveryDocumentWithTheField()) {
				Object condition = conditions.get(ordered.fields().getFirst());
				if (BsonRegularExpression.isRegularExpression(condition)) {
					return positions(ordered, BsonRegularExpression.convertToRegularExpression(condition));
				}
			}
		}
		return null;
	}

	private static Set<Object> positions(OrderedIndex index, BsonRegularExpression expression) {
		Set<Object> positions = new LinkedHashSet<>();
		Cursor<KeyValue, Object> cursor = index.entries().cursor(null);
		while (cursor.hasNext()) {
			if (!(cursor.next().get(0) instanceof String text) || expression.matcher(text).find()) {
				positions.add(cursor.getValue());
			}
		}
		return positions;
	}

}
