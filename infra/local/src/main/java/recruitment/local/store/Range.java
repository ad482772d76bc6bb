package recruitment.local.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a condition limits a field to, both ends included. A comparison matches values of
 * its operand's type alone, so an open end is the first or last value of that type. Both
 * ends hold for one value: a field with arrays is asked with {@code $elemMatch}, or not
 * by an index.
 */
record Range(Object low, Object high) {

	/** The least value of the type that comes after texts. */
	private static final Object AFTER_TEXTS = new Document();

	/**
	 * The values that the condition asks for, or nothing when it is no question of
	 * equality.
	 */
	static @Nullable List<Object> equalTo(@Nullable Object condition) {
		if (!(condition instanceof Document operators)) {
			return isPlain(condition) ? List.of(normalized(condition)) : null;
		}
		if (operators.containsKey("$eq")) {
			return equalTo(operators.get("$eq") instanceof Document ? null : operators.get("$eq"));
		}
		if (operators.get("$in") instanceof Collection<?> values && values.stream().allMatch(Range::isPlain)) {
			return values.stream().map(Range::normalized).distinct().toList();
		}
		return null;
	}

	static boolean asksForPresence(@Nullable Object condition) {
		return condition instanceof Document operators && Boolean.TRUE.equals(operators.get("$exists"));
	}

	static @Nullable Range of(@Nullable Object condition) {
		if (!(condition instanceof Document operators)) {
			return null;
		}
		Object low = first(operators, "$gte", "$gt");
		Object high = first(operators, "$lte", "$lt");
		Object known = (low != null) ? low : high;
		return switch (known) {
			case Instant _ -> new Range(or(low, Instant.MIN), or(high, Instant.MAX));
			case String _ -> new Range(or(low, ""), or(high, AFTER_TEXTS));
			case Number _ -> new Range(or(low, Double.NEGATIVE_INFINITY), or(high, Double.POSITIVE_INFINITY));
			case null, default -> null;
		};
	}

	private static @Nullable Object first(Document operators, String... names) {
		for (String name : names) {
			if (operators.get(name) != null) {
				return normalized(operators.get(name));
			}
		}
		return null;
	}

	private static Object or(@Nullable Object value, Object otherwise) {
		return (value != null) ? value : otherwise;
	}

	/**
	 * Null also matches a missing field, a list its elements, a document its operators:
	 * those are left to the matcher.
	 */
	private static boolean isPlain(@Nullable Object value) {
		return !Missing.isNullOrMissing(value) && !(value instanceof Collection) && !(value instanceof Document)
				&& !(value instanceof BsonRegularExpression);
	}

	private static Object normalized(@Nullable Object value) {
		List<Object> values = new ArrayList<>();
		new KeyValue(value).normalized().forEach(values::add);
		return values.getFirst();
	}

}
