package recruitment.notification.mail;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

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
 */
@ConfigurationProperties("recruitment.mail")
public record MailSettings(@DefaultValue("recruitment.example.org") String domain,
		@DefaultValue("recruitment@example.org") String from, @Nullable String replyTo, @DefaultValue("200") int rate,
		@DefaultValue("8") int conversations, @DefaultValue("2m") Duration longest,
		@DefaultValue("30s") Duration firstRetry) {

	/**
	 * How long a message belongs to its sender: long enough for the longest conversation
	 * and what is written after it.
	 */
	public Duration lease() {
		return this.longest.multipliedBy(3).dividedBy(2);
	}

}
