package recruitment.candidate;

import org.junit.jupiter.api.Test;
import recruitment.platformtest.ArchitectureRules;

class ArchitectureTests {

	@Test
	void theServiceKeepsTheRulesOfTheHouse() {
		ArchitectureRules.checkService(CandidateServiceApplication.class);
	}

}
