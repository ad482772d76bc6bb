package recruitment.platform.outbox;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import recruitment.platform.event.CloudEvent;

/**
 * One event that waits in the document of its aggregate.
 *
 * @param id equal in every copy
 * @param type wire name
 * @param at when it was decided, in milliseconds
 * @param topics where it goes, in this order: fixed with the event, so that a later
 * version of the service sends it where it belongs
 * @param key its Kafka key, where that is not the id of the aggregate
 * @param data JSON
 * @param traceparent W3C trace context of the decision
 */
record OutboxEntry(UUID id, String type, Instant at, List<String> topics, @Nullable String key, byte[] data,
		@Nullable String traceparent) {

	static OutboxEntry from(Document entry) {
		Document headers = entry.get("h", new Document());
		return new OutboxEntry(UUID.fromString(entry.getString("id")), entry.getString("t"),
				entry.getDate("at").toInstant(), entry.getList("to", String.class), entry.getString("k"),
				entry.get("d", Binary.class).getData(), headers.getString("traceparent"));
	}

	/** The event of a record that lies on a topic. */
	static OutboxEntry from(CloudEvent attributes, ConsumerRecord<String, byte[]> record) {
		String key = record.key().equals(attributes.subject()) ? null : record.key();
		return new OutboxEntry(attributes.id(), attributes.type(), attributes.at(), List.of(record.topic()), key,
				record.value(), attributes.traceparent());
	}

	Document toDocument() {
		Document entry = new Document("id", this.id.toString()).append("t", this.type)
			.append("at", Date.from(this.at))
			.append("to", this.topics)
			.append("d", new Binary(this.data));
		if (this.key != null) {
			entry.append("k", this.key);
		}
		if (this.traceparent != null) {
			entry.append("h", new Document("traceparent", this.traceparent));
		}
		return entry;
	}

}
