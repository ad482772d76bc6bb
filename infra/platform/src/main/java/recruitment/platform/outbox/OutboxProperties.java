package recruitment.platform.outbox;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the relay works; the defaults are those of infra/docs/protocols.md, section 1.
 *
 * @param deliveryTimeout after which the producer gives a record up
 * @param inFlight most aggregates that are drained at a time
 * @param waiting most aggregates that wait for their drain; further ones are left to the
 * poller
 * @param page most aggregates that the poller claims at a time
 * @param poll how long the poller rests after it found something
 * @param idlePoll how long it rests, at most, while it finds nothing
 * @param probe time between two attempts while the broker is away
 * @param firstBackOff rest of an aggregate after its first failure; it doubles
 * @param maxBackOff longest rest of an aggregate that fails
 * @param shutdown how long a stopping service goes on sending
 */
@Validated
@ConfigurationProperties("recruitment.outbox")
record OutboxProperties(@DurationMin(seconds = 1) @DefaultValue("15s") Duration deliveryTimeout,
		@Min(1) @Max(10_000) @DefaultValue("1000") int inFlight,
		@Min(0) @Max(100_000) @DefaultValue("4000") int waiting, @Min(1) @Max(1000) @DefaultValue("200") int page,
		@DurationMin(millis = 10) @DefaultValue("1s") Duration poll,
		@DurationMin(millis = 10) @DefaultValue("5s") Duration idlePoll,
		@DurationMin(millis = 10) @DefaultValue("2s") Duration probe,
		@DurationMin(millis = 10) @DefaultValue("1s") Duration firstBackOff,
		@DurationMin(millis = 10) @DefaultValue("5m") Duration maxBackOff,
		@DurationMin(millis = 0) @DefaultValue("10s") Duration shutdown) {

	private static final Duration MARGIN = Duration.ofSeconds(5);

	/**
	 * How long a drain has its aggregate for itself: a record handed to the producer is
	 * certain to be acknowledged or given up within it.
	 */
	Duration lease() {
		return this.deliveryTimeout.plus(MARGIN);
	}

}
