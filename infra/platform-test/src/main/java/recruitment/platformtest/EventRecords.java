package recruitment.platformtest;

import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.annotation.JsonValue;

import org.springframework.core.annotation.AnnotationUtils;

/**
 * The records of a sealed interface of events. Their annotations are found by name: they
 * belong to the platform, which is tested with this module.
 */
final class EventRecords {

	private EventRecords() {
	}

	static List<Class<?>> permitted(Class<?> events) {
		Class<?>[] permitted = events.getPermittedSubclasses();
		if (permitted == null) {
			throw new AssertionError(events + " is not sealed");
		}
		return Arrays.stream(permitted).<Class<?>>mapMulti((type, found) -> {
			if (type.isSealed()) {
				permitted(type).forEach(found);
			}
			else {
				found.accept(type);
			}
		}).toList();
	}

	/** The wire name of an event. */
	static String type(Class<?> event) {
		return (String) annotation(event, "EventType");
	}

	/** Where the events of an interface are told. */
	static List<String> topics(Class<?> events) {
		return List.of((String[]) annotation(events, "PublishedTo"));
	}

	private static Object annotation(Class<?> type, String name) {
		for (Annotation annotation : type.getAnnotations()) {
			if (annotation.annotationType().getSimpleName().equals(name)) {
				return Objects.requireNonNull(AnnotationUtils.getValue(annotation));
			}
		}
		throw new AssertionError("%s has no @%s".formatted(type, name));
	}

	/** The paths of what a record reads, as {@link ContractFields} writes them. */
	static Set<String> fields(Class<?> event) {
		Set<String> fields = new TreeSet<>();
		addFields(event, "", fields);
		return fields;
	}

	private static void addFields(Type type, String path, Set<String> fields) {
		if (type instanceof Class<?> record && record.isRecord() && !isWrapper(record)) {
			for (RecordComponent component : record.getRecordComponents()) {
				addFields(component.getGenericType(), path + "/" + component.getName(), fields);
			}
		}
		else if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
			addFields(list.getActualTypeArguments()[0], path + "[]", fields);
		}
		else {
			fields.add(path);
		}
	}

	/** Whether a record is one value on the wire. */
	private static boolean isWrapper(Class<?> record) {
		return Arrays.stream(record.getRecordComponents())
			.anyMatch((component) -> component.getAccessor().isAnnotationPresent(JsonValue.class));
	}

}
