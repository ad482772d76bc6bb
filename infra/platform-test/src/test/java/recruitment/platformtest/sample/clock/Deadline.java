package recruitment.platformtest.sample.clock;

import java.time.Duration;
import java.time.Instant;

class Deadline {

	Instant soon() {
		return Instant.now().plus(Duration.ofHours(1));
	}

}
