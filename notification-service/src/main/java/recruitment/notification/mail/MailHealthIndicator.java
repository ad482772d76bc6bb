package recruitment.notification.mail;

import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Whether the provider greets us. In place of Spring Boot's own, which waits for as long
 * as a message may take.
 */
@Component("mailHealthIndicator")
class MailHealthIndicator extends AbstractHealthIndicator {

	/** Longest wait for each word of the greeting, in milliseconds. */
	private static final String PATIENCE = "1000";

	private final JavaMailSenderImpl provider;

	MailHealthIndicator(JavaMailSenderImpl provider) {
		super("The mail provider does not answer");
		this.provider = provider;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		Properties hurried = new Properties();
		hurried.putAll(this.provider.getJavaMailProperties());
		hurried.put("mail.smtp.connectiontimeout", PATIENCE);
		hurried.put("mail.smtp.timeout", PATIENCE);
		try (Transport transport = Session.getInstance(hurried).getTransport("smtp")) {
			transport.connect(this.provider.getHost(), this.provider.getPort(), this.provider.getUsername(),
					this.provider.getPassword());
			builder.up();
		}
		catch (MessagingException ex) {
			// its message repeats what the provider says
			builder.down().withDetail("error", ex.getClass().getSimpleName());
		}
	}

}
