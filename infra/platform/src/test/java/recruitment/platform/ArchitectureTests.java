package recruitment.platform;

import org.junit.jupiter.api.Test;
import recruitment.platformtest.ArchitectureRules;

class ArchitectureTests {

	@Test
	void thePlatformKeepsTheRulesOfTheHouse() {
		ArchitectureRules.checkLibrary("recruitment.platform");
	}

}
