package recruitment.notification.intent;

import java.time.Duration;
import java.time.Instant;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.stereotype.Component;

/** What becomes of messages, in numbers. */
@Component
class Results {

	private final MeterRegistry meters;

	Results(MeterRegistry meters) {
		this.meters = meters;
	}

	void count(Intent intent, String result) {
		this.meters
			.counter("recruit.notifications", "template", intent.message().template().wireName(), "result", result)
			.increment();
	}

	/** From the decision to the provider. */
	void delivered(Intent intent, Instant now) {
		Timer.builder("recruit.event.age")
			.tags("stage", "delivered", "type", intent.message().news())
			.publishPercentileHistogram()
			.register(this.meters)
			.record(Duration.between(intent.message().decided(), now));
	}

}
