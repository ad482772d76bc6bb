package recruitment.local.show;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A record of a topic as a CloudEvent. */
final class Event {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final ConsumerRecord<byte[], byte[]> record;

	Event(ConsumerRecord<byte[], byte[]> record) {
		this.record = record;
	}

	/** {@code booking.confirmed.v1}, without the name space. */
	String type() {
		return header("ce_type").replaceFirst("^recruitment\\.", "");
	}

	/** When it was decided. */
	Instant decided() {
		String time = header("ce_time");
		return time.isEmpty() ? kept() : Instant.parse(time);
	}

	/** When it was given to the topic. */
	Instant kept() {
		return Instant.ofEpochMilli(this.record.timestamp());
	}

	String id() {
		return header("ce_id");
	}

	String key() {
		return (this.record.key() != null) ? new String(this.record.key(), StandardCharsets.UTF_8) : "";
	}

	/** The body; missing if there is none or it is no JSON. */
	JsonNode body() {
		if (this.record.value() == null) {
			return MissingNode.getInstance();
		}
		try {
			return JSON.readTree(this.record.value());
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

	/** {@code booking-events, partition 3, offset 17}. */
	String place() {
		return "%s, partition %d, offset %d".formatted(this.record.topic(), this.record.partition(),
				this.record.offset());
	}

	/** Everything there is, for reading. */
	String text() {
		StringBuilder text = new StringBuilder(
				String.format(Locale.ROOT, "── %s, %s, key %s%n", place(), kept(), key()));
		for (Header header : this.record.headers()) {
			text.append("   %-16s %s%n".formatted(header.key(), value(header)));
		}
		return text.append(pretty().indent(3)).toString();
	}

	private String pretty() {
		byte[] value = this.record.value();
		if (value == null) {
			return "(no body: a tombstone)";
		}
		JsonNode body = body();
		return body.isMissingNode() ? new String(value, StandardCharsets.UTF_8)
				: JSON.writerWithDefaultPrettyPrinter().writeValueAsString(body);
	}

	private String header(String name) {
		return value(this.record.headers().lastHeader(name));
	}

	private static String value(@Nullable Header header) {
		return (header != null && header.value() != null) ? new String(header.value(), StandardCharsets.UTF_8) : "";
	}

}
