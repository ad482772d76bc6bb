package recruitment.platform.inbox;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How consumers wait. Every wait blocks the poll, so it stays well under
 * {@code max.poll.interval.ms}, five minutes.
 *
 * @param firstWait before the second try while the store or the broker is away; doubles
 * from there
 * @param longestWait the most it grows to
 * @param deadLetterWait before the next try to reach the dead letters
 */
@Validated
@ConfigurationProperties("recruitment.inbox")
record InboxProperties(@DefaultValue("200ms") @DurationMin(millis = 10) Duration firstWait,
		@DefaultValue("30s") @DurationMin(millis = 10) @DurationMax(minutes = 4) Duration longestWait,
		@DefaultValue("2s") @DurationMin(millis = 10) @DurationMax(minutes = 4) Duration deadLetterWait) {
}
