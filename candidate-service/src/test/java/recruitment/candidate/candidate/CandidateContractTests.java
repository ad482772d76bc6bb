package recruitment.candidate.candidate;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import recruitment.platform.event.EventJson;
import recruitment.platformtest.ContractVerifier;

class CandidateContractTests {

	@Test
	void whatIsSaidIsWhatTheContractSays() {
		Heard booking = Heard.of("Sam", "first");
		Candidate candidate = Candidate.open(booking.confirmedWithPhone(1, Duration.ZERO, "01632 960001"));
		CandidateEvent opened = candidate.opened();
		List<CandidateEvent> updated = candidate.hear(booking.cancelled(2, Duration.ofHours(1)));

		ContractVerifier.verifyPermitted("candidate-service", CandidateEvent.class,
				(type) -> EventJson.write(type.isInstance(opened) ? opened : updated.getFirst()));
	}

	@Test
	void whatIsHeardIsWhatTheContractNames() {
		ContractVerifier.verifyHeard("candidate-service", BookingNews.class);
	}

}
