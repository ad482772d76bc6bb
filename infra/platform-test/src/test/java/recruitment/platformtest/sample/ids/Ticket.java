package recruitment.platformtest.sample.ids;

import java.util.UUID;

class Ticket {

	UUID id() {
		return UUID.randomUUID();
	}

}
