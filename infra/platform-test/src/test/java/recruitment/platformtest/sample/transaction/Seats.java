package recruitment.platformtest.sample.transaction;

import org.springframework.transaction.annotation.Transactional;

class Seats {

	@Transactional
	public void take() {
	}

}
