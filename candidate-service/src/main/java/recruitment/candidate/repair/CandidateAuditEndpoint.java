package recruitment.candidate.repair;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;
import recruitment.platform.outbox.CompactedTopicAuditor;

/**
 * {@code POST /actuator/candidateaudit} compares {@code candidate-state} with the
 * database now.
 */
@Component
@Endpoint(id = "candidateaudit")
class CandidateAuditEndpoint {

	private final CompactedTopicAuditor auditor;

	CandidateAuditEndpoint(CompactedTopicAuditor auditor) {
		this.auditor = auditor;
	}

	@WriteOperation
	Audited audit() {
		return new Audited(this.auditor.runOnce());
	}

	/**
	 * @param resent records that were not the newest and are sent again
	 */
	record Audited(long resent) {
	}

}
