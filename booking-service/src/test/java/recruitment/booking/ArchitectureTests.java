package recruitment.booking;

import org.junit.jupiter.api.Test;
import recruitment.platformtest.ArchitectureRules;

class ArchitectureTests {

	@Test
	void theServiceKeepsTheRulesOfTheHouse() {
		ArchitectureRules.checkService(BookingServiceApplication.class);
	}

}
