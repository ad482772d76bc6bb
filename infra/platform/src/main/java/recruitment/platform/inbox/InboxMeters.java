package recruitment.platform.inbox;

import java.time.Duration;
import java.util.Locale;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * What became of the records: {@code recruit.consumed} by consumer, type and result, and
 * {@code recruit.event.age}, the time from a decision to its effect, with the consumer as
 * the stage. Types are those that are heard, or {@code unknown}: whoever writes to a
 * topic makes no new series.
 */
class InboxMeters {

	private final MeterRegistry registry;

	InboxMeters(MeterRegistry registry) {
		this.registry = registry;
	}

	void handled(String consumer, String type, Outcome outcome, Duration age) {
		count(consumer, type, outcome.name().toLowerCase(Locale.ROOT));
		Timer.builder("recruit.event.age")
			.tags("stage", consumer, "type", type)
			.publishPercentileHistogram()
			.register(this.registry)
			.record(age);
	}

	void skipped(String consumer, String type) {
		count(consumer, type, "skipped");
	}

	void retried(FailedDelivery failure) {
		count(failure.consumer(), failure.type(), "retried");
	}

	void dead(FailedDelivery failure) {
		count(failure.consumer(), failure.type(), "dead");
	}

	private void count(String consumer, String type, String result) {
		this.registry.counter("recruit.consumed", "consumer", consumer, "type", type, "result", result).increment();
	}

}
