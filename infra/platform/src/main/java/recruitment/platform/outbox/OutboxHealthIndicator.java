package recruitment.platform.outbox;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether events leave this service. For people and dashboards: a broker that is away
 * must take no instance out of service, so it belongs to neither liveness nor readiness.
 */
class OutboxHealthIndicator implements HealthIndicator {

	private final OutboxMeters meters;

	private final Breaker breaker;

	OutboxHealthIndicator(OutboxMeters meters, Breaker breaker) {
		this.meters = meters;
		this.breaker = breaker;
	}

	@Override
	public Health health() {
		OutboxStatus status = this.meters.status();
		boolean flows = !this.breaker.isOpen() && status.stuck() == 0;
		return (flows ? Health.up() : Health.down()).withDetail("pending", status.pending())
			.withDetail("stuck", status.stuck())
			.withDetail("oldestAgeSeconds", this.meters.oldestAge().toSeconds())
			.withDetail("breaker", this.breaker.isOpen() ? "open" : "closed")
			.build();
	}

}
