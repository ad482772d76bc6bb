package recruitment.platform.outbox;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * {@code POST /actuator/compactedtopics} compares the compacted topics of this service
 * with its database now.
 */
@Endpoint(id = "compactedtopics")
class CompactedTopicAuditEndpoint {

	private final CompactedTopicAudits audits;

	CompactedTopicAuditEndpoint(CompactedTopicAudits audits) {
		this.audits = audits;
	}

	@WriteOperation
	Audited audit() {
		return new Audited(this.audits.runOnce());
	}

	/**
	 * @param resent records that were not the newest and are sent again
	 */
	record Audited(long resent) {
	}

}
