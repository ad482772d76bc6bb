package recruitment.candidate.repair;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/** {@code POST /actuator/candidaterebuild} reads records back that the database lacks. */
@Component
@Endpoint(id = "candidaterebuild")
class CandidateRebuildEndpoint {

	private final CandidateRebuild rebuild;

	CandidateRebuildEndpoint(CandidateRebuild rebuild) {
		this.rebuild = rebuild;
	}

	@WriteOperation
	Rebuilt rebuild() {
		return new Rebuilt(this.rebuild.rebuild());
	}

	/**
	 * @param restored records read back; the booking events follow in their own time
	 */
	record Rebuilt(long restored) {
	}

}
