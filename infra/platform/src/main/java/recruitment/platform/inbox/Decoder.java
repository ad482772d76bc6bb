package recruitment.platform.inbox;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Reads a CloudEvent in binary mode from a Kafka record. Fields that nobody asks for are
 * ignored; a component of a record that is not {@link Nullable} must be there.
 */
class Decoder {

	static final String TYPE = "ce_type";

	private final JsonMapper json = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	/**
	 * @throws PoisonException when the record is not a whole event
	 */
	<N> Incoming<N> decode(ConsumerRecord<?, byte[]> record, Class<? extends N> type) {
		try {
			return new Incoming<>(UUID.fromString(header(record, "ce_id")), header(record, TYPE),
					header(record, "ce_subject"), Long.parseLong(header(record, "ce_sequence")),
					Instant.parse(header(record, "ce_time")), data(record.value(), type));
		}
		catch (IllegalArgumentException | DateTimeParseException ex) {
			throw new PoisonException("a CloudEvents header is not what it should be");
		}
	}

	static String header(ConsumerRecord<?, ?> record, String name) {
		Header header = record.headers().lastHeader(name);
		if (header == null || header.value() == null) {
			throw new PoisonException("no header " + name);
		}
		return new String(header.value(), UTF_8);
	}

	private <N> N data(byte[] value, Class<? extends N> type) {
		N data;
		try {
			data = this.json.readValue(value, type);
		}
		catch (JacksonException ex) {
			throw new PoisonException("the data is not a " + type.getSimpleName());
		}
		requireComplete(data, type.getSimpleName());
		return data;
	}

	private static void requireComplete(@Nullable Object value, String path) {
		if (value == null) {
			throw new PoisonException("no " + path);
		}
		if (value instanceof Collection<?> values) {
			values.forEach((element) -> requireComplete(element, path + "[]"));
		}
		if (value instanceof Record) {
			for (RecordComponent component : value.getClass().getRecordComponents()) {
				Object part = read(component, value);
				if (part != null || !isNullable(component.getAnnotatedType())) {
					requireComplete(part, path + "." + component.getName());
				}
			}
		}
	}

	private static boolean isNullable(AnnotatedType type) {
		return type.isAnnotationPresent(Nullable.class);
	}

	private static @Nullable Object read(RecordComponent component, Object record) {
		try {
			component.getAccessor().setAccessible(true);
			return component.getAccessor().invoke(record);
		}
		catch (IllegalAccessException | InvocationTargetException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
