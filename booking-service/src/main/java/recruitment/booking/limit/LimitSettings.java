package recruitment.booking.limit;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much the door lets in. Each number is of requests to book within {@code window}: so
 * many at once, and then one more each time that a share of the window has passed.
 *
 * @param window what the numbers are counted over
 * @param perAddress from one network address, which an office or a mobile network may
 * share
 * @param perClient from one client that has signed in, whatever its address: a website
 * that books for its visitors
 * @param perEmail with one e-mail address, which a family may share
 * @param remembered of how many addresses, clients and e-mail addresses each the count is
 * kept; those that came least are forgotten first. About 300 bytes each
 * @param fillTime shortest time in which a person fills in the form; with 0 any time will
 * do, and nobody asks whether the form was fetched
 */
@Validated
@ConfigurationProperties("recruitment.limits")
record LimitSettings(@DurationMin(seconds = 1) @DurationMax(days = 1) @DefaultValue("10m") Duration window,
		@Min(1) @Max(1_000_000) @DefaultValue("30") int perAddress,
		@Min(1) @Max(1_000_000) @DefaultValue("600") int perClient,
		@Min(1) @Max(1_000_000) @DefaultValue("10") int perEmail,
		@Min(1) @Max(1_000_000) @DefaultValue("20000") int remembered,
		@DurationMin @DurationMax(minutes = 1) @DefaultValue("2s") Duration fillTime) {
}
