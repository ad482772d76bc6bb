package recruitment.notification.mail;

import java.time.Duration;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mail is sent. Host, port and account of the provider are Spring Boot's
 * {@code spring.mail}.
 *
 * @param domain right-hand side of every Message-ID
 * @param from address that messages come from and calendar entries are organised by
 * @param replyTo where answers go; {@code from} when absent
 * @param rate most messages a second that the provider bears
 * @param conversations most that are held with it at once
 * @param longest after this a conversation is cut
 * @param firstRetry wait after the first failed attempt; it doubles up to 30 minutes
 * @param perAddress most messages of one kind, such as confirmations, that one address is
 * sent within 24 hours
 */
@Validated
@ConfigurationProperties("recruitment.mail")
public record MailSettings(
		@Pattern(regexp = "[a-zA-Z0-9.-]+",
				message = "is no domain name") @DefaultValue("recruitment.example.org") String domain,
		@NotBlank @Email @DefaultValue("recruitment@example.org") String from, @Nullable @Email String replyTo,
		@Min(1) @Max(10_000) @DefaultValue("200") int rate, @Min(1) @Max(100) @DefaultValue("8") int conversations,
		@DurationMin(seconds = 1) @DurationMax(minutes = 10) @DefaultValue("2m") Duration longest,
		@DurationMin(millis = 100) @DurationMax(minutes = 30) @DefaultValue("30s") Duration firstRetry,
		@Min(1) @Max(1_000_000) @DefaultValue("20") int perAddress) {

	/**
	 * How long a message belongs to its sender: long enough for the longest conversation
	 * and what is written after it.
	 */
	public Duration lease() {
		return this.longest.multipliedBy(3).dividedBy(2);
	}

}
