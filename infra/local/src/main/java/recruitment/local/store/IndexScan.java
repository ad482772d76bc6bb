package recruitment.local.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import de.bwaldvogel.mongo.backend.Constants;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import org.h2.mvstore.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * The stretches of one index that hold every document a query can match, and perhaps
 * others: the caller still applies the whole query.
 *
 * @param prefixes the values of the leading fields, one list for each stretch
 * @param range what the next field is limited to
 * @param sparse whether the query asks for no more than what a sparse index holds
 * @param inOrder whether the positions come in the order that was asked for
 * @param descending whether to read from the end
 */
record IndexScan(OrderedIndex index, List<List<Object>> prefixes, @Nullable Range range, boolean sparse,
		boolean inOrder, boolean descending) {

	/**
	 * The index that narrows most or, when none does, the one that is in the order of a
	 * page.
	 * @param paged whether only some of the documents are wanted
	 * @return nothing when every document has to be looked at
	 */
	static @Nullable IndexScan best(List<? extends Index<?>> indexes, Document query, @Nullable Document orderBy,
			boolean paged) {
		Map<String, Object> conditions = new HashMap<>();
		collect(query, conditions);
		return indexes.stream()
			.filter(OrderedIndex.class::isInstance)
			.map((index) -> of((OrderedIndex) index, conditions, (paged) ? orderBy : null))
			.filter((scan) -> scan.worth() > 0)
			.max(Comparator.comparingInt(IndexScan::worth))
			.orElse(null);
	}

	/** The conditions of a query by field, those of its conjunctions too. */
	static void collect(Document query, Map<String, Object> conditions) {
		query.forEach((field, condition) -> {
			if (field.equals("$and") && condition instanceof Iterable<?> all) {
				all.forEach((part) -> collect((Document) part, conditions));
			}
			else {
				conditions.merge(field, Missing.ofNullable(condition), IndexScan::both);
			}
		});
	}

	/**
	 * Each of two conditions on a field narrows it; values and operators that cannot be
	 * joined leave the first.
	 */
	private static Object both(Object first, Object second) {
		if (first instanceof Document some && second instanceof Document others) {
			Document joined = some.clone();
			others.forEach(joined::putIfAbsent);
			return joined;
		}
		return first;
	}

	private static IndexScan of(OrderedIndex index, Map<String, Object> conditions, @Nullable Document orderBy) {
		List<List<Object>> prefixes = List.of(List.of());
		Range range = null;
		for (String field : index.fields()) {
			List<Object> values = Range.equalTo(conditions.get(field));
			if (values == null) {
				range = Range.of(conditions.get(field));
				break;
			}
			prefixes = prefixes.stream()
				.flatMap((prefix) -> values.stream().map((value) -> with(prefix, value)))
				.toList();
		}
		int fixed = (prefixes.isEmpty()) ? 0 : prefixes.getFirst().size();
		boolean sparse = fixed == 0 && !index.holdsEveryDocument() && index.holdsEveryDocumentWithTheField()
				&& Range.asksForPresence(conditions.get(index.fields().getFirst()));
		boolean inOrder = orderBy != null && prefixes.size() == 1
				&& (fixed > 0 || range != null || sparse || index.holdsEveryDocument())
				&& follows(orderBy, index.fields().subList(fixed, index.fields().size()));
		return new IndexScan(index, prefixes, range, sparse, inOrder,
				inOrder && ((Number) Objects.requireNonNull(orderBy).values().iterator().next()).intValue() < 0);
	}

	private static List<Object> with(List<Object> prefix, Object value) {
		List<Object> longer = new ArrayList<>(prefix);
		longer.add(value);
		return longer;
	}

	/**
	 * Entries of equal values are in the order of their position, which is the
	 * {@code _id}.
	 */
	private static boolean follows(Document orderBy, List<String> fields) {
		List<String> wanted = List.copyOf(orderBy.keySet());
		List<String> given = new ArrayList<>(fields);
		given.add(Constants.ID_FIELD);
		return !wanted.isEmpty() && wanted.size() <= given.size() && wanted.equals(given.subList(0, wanted.size()))
				&& orderBy.values().stream().map((way) -> ((Number) way).intValue()).distinct().count() == 1;
	}

	private int worth() {
		int fixed = (this.prefixes.isEmpty()) ? this.index.fields().size() : this.prefixes.getFirst().size();
		boolean single = this.index instanceof UniqueIndex && fixed == this.index.fields().size();
		return ((single) ? 1000 : 0) + 10 * fixed + ((this.range != null) ? 5 : 0) + ((this.sparse) ? 2 : 0)
				+ ((this.inOrder) ? 1 : 0);
	}

	/** Whether it leaves documents out; otherwise it is there for its order alone. */
	boolean narrows() {
		return worth() > 1;
	}

	/** Read as they are asked for, so that a page costs a page. */
	Stream<Object> positions() {
		Stream<Object> all = (this.prefixes.size() == 1) ? stretch(this.prefixes.getFirst())
				: this.prefixes.stream().flatMap(this::stretch);
		return all.distinct();
	}

	private Stream<Object> stretch(List<Object> prefix) {
		Object last = MaxKey.getInstance();
		KeyValue low = (this.range != null) ? key(prefix, this.range.low()) : key(prefix);
		KeyValue high = (this.range != null) ? key(prefix, this.range.high(), last) : key(prefix, last);
		Cursor<KeyValue, Object> cursor = (this.descending) ? this.index.entries().cursor(high, low, true)
				: this.index.entries().cursor(low, high, false);
		Iterator<Object> positions = new Iterator<>() {
			@Override
			public boolean hasNext() {
				return cursor.hasNext();
			}

			@Override
			public Object next() {
				cursor.next();
				return cursor.getValue();
			}
		};
		return StreamSupport.stream(Spliterators.spliteratorUnknownSize(positions, 0), false);
	}

	/** No key at all is the beginning. */
	private static @Nullable KeyValue key(List<Object> prefix, Object... more) {
		List<Object> values = new ArrayList<>(prefix);
		Collections.addAll(values, more);
		return (values.isEmpty()) ? null : new KeyValue(values);
	}

}
