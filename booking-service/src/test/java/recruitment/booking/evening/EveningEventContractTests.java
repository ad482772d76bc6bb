package recruitment.booking.evening;

import org.junit.jupiter.api.Test;
import recruitment.platform.event.EventJson;
import recruitment.platformtest.ContractVerifier;

class EveningEventContractTests {

	@Test
	void everyEventKeepsItsContract() {
		ContractVerifier.verifyPermitted("booking-service", EveningEvent.class, (type) -> EventJson.write(event(type)));
	}

	private static EveningEvent event(Class<?> type) {
		Evening evening = SomeEvening.draft();
		EveningEvent published = evening.publish(SomeEvening.NOW).getFirst();
		if (type == EveningEvent.Published.class) {
			return published;
		}
		return ((type == EveningEvent.Changed.class) ? evening.follow(90) : evening.cancel()).getFirst();
	}

}
