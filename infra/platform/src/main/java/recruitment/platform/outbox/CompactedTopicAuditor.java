package recruitment.platform.outbox;

import java.util.HashMap;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the last record of each key of a compacted topic with the newest event of that
 * aggregate in the database, and sends that one again where a stale copy, or nothing, is
 * last. Nothing else would ever: in such a topic the last record stands. See
 * infra/docs/protocols.md, section 3.
 */
public class CompactedTopicAuditor {

	private static final Logger log = LoggerFactory.getLogger(CompactedTopicAuditor.class);

	private final CompactedTopic topic;

	private final Class<? extends Aggregate> type;

	private final Outbox outbox;

	/**
	 * @param type whose events go to the topic, under the id of the aggregate
	 */
	public CompactedTopicAuditor(CompactedTopic topic, Class<? extends Aggregate> type, Outbox outbox) {
		this.topic = topic;
		this.type = type;
		this.outbox = outbox;
	}

	/**
	 * Reads the topic to its end and repairs it.
	 * @return how many events were sent again
	 */
	public long runOnce() {
		Map<String, Long> last = new HashMap<>();
		// a tombstone is the end of a key: nothing of ours is newer
		this.topic.read((event) -> last.put(event.key(),
				(event.value() != null) ? CompactedTopic.sequence(event) : Long.MAX_VALUE));
		long sent = this.outbox.resendAll(this.type, last);
		if (sent > 0) {
			log.warn("{} did not have the newest record of {} keys; sent again", this.topic.name(), sent);
		}
		return sent;
	}

}
