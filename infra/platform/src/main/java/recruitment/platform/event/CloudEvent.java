package recruitment.platform.event;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of an event as Kafka headers: CloudEvents 1.0, Kafka protocol binding,
 * binary mode.
 *
 * @param service name of the service that says it
 * @param id equal in every copy
 * @param type wire name
 * @param at when it was decided
 * @param subject id of its aggregate
 * @param sequence position in the history of its aggregate, from 1
 * @param traceparent W3C trace context of the decision
 */
public record CloudEvent(String service, UUID id, String type, Instant at, String subject, long sequence,
		@Nullable String traceparent) {

	private static final String CONTRACTS = "https://contracts.recruitment.example/";

	private static final String PREFIX = "recruitment.";

	/**
	 * Reads the attributes of a record.
	 * @throws IllegalArgumentException when one of them is missing or malformed
	 */
	public static CloudEvent from(Headers headers) {
		try {
			return new CloudEvent(text(headers, "ce_source").substring(1), UUID.fromString(text(headers, "ce_id")),
					text(headers, "ce_type"), Instant.parse(text(headers, "ce_time")), text(headers, "ce_subject"),
					Long.parseLong(text(headers, "ce_sequence")),
					(headers.lastHeader("traceparent") != null) ? text(headers, "traceparent") : null);
		}
		catch (DateTimeException | IndexOutOfBoundsException ex) {
			throw new IllegalArgumentException("not the attributes of an event", ex);
		}
	}

	private static String text(Headers headers, String name) {
		Header header = headers.lastHeader(name);
		if (header == null) {
			throw new IllegalArgumentException("the header " + name + " is missing");
		}
		return new String(header.value(), StandardCharsets.UTF_8);
	}

	/** The headers of its record. */
	public Headers headers() {
		Headers headers = new RecordHeaders();
		put(headers, "ce_specversion", "1.0");
		put(headers, "ce_id", this.id.toString());
		put(headers, "ce_source", "/" + this.service);
		put(headers, "ce_type", this.type);
		put(headers, "ce_time", this.at.toString());
		put(headers, "ce_subject", this.subject);
		put(headers, "ce_sequence", "%019d".formatted(this.sequence));
		put(headers, "ce_dataschema", dataSchema());
		put(headers, "content-type", "application/json");
		if (this.traceparent != null) {
			put(headers, "traceparent", this.traceparent);
		}
		return headers;
	}

	private static void put(Headers headers, String name, String value) {
		headers.add(name, value.getBytes(StandardCharsets.UTF_8));
	}

	private String dataSchema() {
		String name = this.type.startsWith(PREFIX) ? this.type.substring(PREFIX.length()) : this.type;
		return CONTRACTS + this.service + "/" + name + ".schema.json";
	}

}
