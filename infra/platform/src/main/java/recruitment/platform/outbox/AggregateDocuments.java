package recruitment.platform.outbox;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.bson.Document;

import org.springframework.data.mapping.PersistentEntity;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.core.convert.QueryMapper;
import org.springframework.data.mongodb.core.convert.UpdateMapper;
import org.springframework.data.mongodb.core.mapping.MongoPersistentEntity;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Aggregates as documents, without the fields that belong to the outbox. */
class AggregateDocuments {

	private final MongoConverter converter;

	private final QueryMapper queries;

	private final UpdateMapper updates;

	/** The aggregates that were found when the service started, and their collections. */
	private final Map<Class<?>, String> collections;

	AggregateDocuments(MongoConverter converter) {
		this.converter = converter;
		this.queries = new QueryMapper(converter);
		this.updates = new UpdateMapper(converter);
		this.collections = converter.getMappingContext()
			.getPersistentEntities()
			.stream()
			.filter((entity) -> Aggregate.class.isAssignableFrom(entity.getType()))
			.collect(Collectors.toMap(PersistentEntity::getType,
					(entity) -> ((MongoPersistentEntity<?>) entity).getCollection()));
	}

	/**
	 * @throws IllegalArgumentException when the poller would not look after this type
	 */
	String collection(Class<?> type) {
		String collection = this.collections.get(type);
		if (collection == null) {
			throw new IllegalArgumentException(
					type.getName() + " needs @Document, in the package of the application or below");
		}
		return collection;
	}

	List<String> collections() {
		return List.copyOf(this.collections.values());
	}

	/** An id as it is stored. */
	Object id(Object id) {
		return Objects.requireNonNull(this.converter.convertToMongoType(id));
	}

	<A extends Aggregate> A read(Class<A> type, Document document) {
		return this.converter.read(type, document);
	}

	Document write(Aggregate aggregate) {
		Document document = new Document();
		this.converter.write(aggregate, document);
		document.keySet().removeAll(OutboxDocument.FIELDS);
		return document;
	}

	Document filter(Query query, Class<?> type) {
		return this.queries.getMappedObject(query.getQueryObject(), entity(type));
	}

	Document update(Update update, Class<?> type) {
		return this.updates.getMappedObject(update.getUpdateObject(), entity(type));
	}

	private MongoPersistentEntity<?> entity(Class<?> type) {
		return (MongoPersistentEntity<?>) this.converter.getMappingContext().getRequiredPersistentEntity(type);
	}

	/**
	 * The update that makes one form of a document into the other, touching nothing else:
	 * fields that the class does not know stay.
	 */
	static Document changes(Document before, Document after) {
		Document set = new Document();
		Document unset = new Document();
		compare("", before, after, set, unset);
		Document update = new Document();
		if (!set.isEmpty()) {
			update.append("$set", set);
		}
		if (!unset.isEmpty()) {
			update.append("$unset", unset);
		}
		return update;
	}

	private static void compare(String path, Document before, Document after, Document set, Document unset) {
		after.forEach((name, value) -> {
			Object old = before.get(name);
			if (old instanceof Document oldPart && value instanceof Document newPart) {
				compare(path + name + ".", oldPart, newPart, set, unset);
			}
			else if (!Objects.equals(old, value)) {
				set.append(path + name, value);
			}
		});
		before.keySet()
			.stream()
			.filter((name) -> !after.containsKey(name))
			.forEach((name) -> unset.append(path + name, ""));
	}

}
