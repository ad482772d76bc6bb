package recruitment.platform.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/** The meters {@code recruit.outbox.*}. */
class OutboxMeters {

	private final MeterRegistry registry;

	private final Clock clock;

	private final Timer publish;

	private final Counter recovered;

	private final Counter pruneLost;

	private volatile OutboxStatus status = OutboxStatus.NOTHING;

	OutboxMeters(MeterRegistry registry, Clock clock) {
		this.registry = registry;
		this.clock = clock;
		this.publish = Timer.builder("recruit.outbox.publish")
			.description("from the decision to the acknowledgement of the broker")
			.publishPercentileHistogram()
			.maximumExpectedValue(Duration.ofMinutes(10))
			.register(registry);
		this.recovered = Counter.builder("recruit.outbox.recovered")
			.description("aggregates that the repair poller took over")
			.register(registry);
		this.pruneLost = Counter.builder("recruit.outbox.prune.lost")
			.description("drains that another relay had overtaken: Kafka holds copies")
			.register(registry);
		gauge("pending", "aggregates with events that wait", (meters) -> meters.status.pending());
		gauge("stuck", "aggregates that an error has stopped", (meters) -> meters.status.stuck());
		Gauge.builder("recruit.outbox.oldest.age", this, (meters) -> meters.oldestAge().toMillis() / 1000.0)
			.description("age of the oldest event that waits")
			.baseUnit("seconds")
			.register(registry);
	}

	private void gauge(String name, String description, ToDoubleFunction<OutboxMeters> value) {
		Gauge.builder("recruit.outbox." + name, this, value).description(description).register(this.registry);
	}

	/** Adds what relay and breaker know of themselves. */
	void watch(OutboxRelay relay, Breaker breaker) {
		Gauge.builder("recruit.outbox.inflight", relay, OutboxRelay::inFlight)
			.description("aggregates that are being drained")
			.register(this.registry);
		Gauge.builder("recruit.outbox.breaker.open", breaker, (it) -> it.isOpen() ? 1 : 0)
			.description("1 while the broker is taken to be away")
			.register(this.registry);
	}

	void published(OutboxEntry event) {
		this.publish.record(Duration.between(event.at(), this.clock.instant()));
	}

	void recovered() {
		this.recovered.increment();
	}

	void pruneLost() {
		this.pruneLost.increment();
	}

	void update(OutboxStatus status) {
		this.status = status;
	}

	OutboxStatus status() {
		return this.status;
	}

	Duration oldestAge() {
		@Nullable Instant oldest = this.status.oldest();
		return (oldest != null) ? Duration.between(oldest, this.clock.instant()) : Duration.ZERO;
	}

}
