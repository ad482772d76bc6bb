package recruitment.platformtest.sample.injection;

import java.time.Clock;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;

class Greeter {

	@Autowired
	@Nullable Clock clock;

}
