package recruitment.notification.mail;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

import recruitment.notification.mail.Answer.Verdict;

/**
 * Hands one message to the provider and says exactly what became of it.
 * <p>
 * Its time-outs are those of Jakarta Mail in {@code spring.mail.properties}; a
 * conversation that keeps within each of them and still does not end is cut.
 */
@Component
@EnableConfigurationProperties(MailSettings.class)
public class Mailer implements AutoCloseable {

	private static final int SERVICE_NOT_AVAILABLE = 421;

	private final JavaMailSenderImpl provider;

	private final MailSettings settings;

	private final Connections connections;

	private final ScheduledExecutorService watch = Executors
		.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("mail-watch").factory());

	Mailer(JavaMailSenderImpl provider, MailSettings settings, Clock clock) {
		this.provider = provider;
		this.settings = settings;
		this.connections = new Connections(provider, clock);
	}

	/**
	 * Sends a message. Call it on a virtual thread: only there does an interrupt end a
	 * wait for the network, which is how a conversation is cut.
	 * @param leave asked when everything is written but the dot that hands the message
	 * over; unless it answers {@code true} the connection is dropped
	 */
	public Answer send(Mail mail, BooleanSupplier leave) {
		Thread conversation = Thread.currentThread();
		ScheduledFuture<?> cut = this.watch.schedule(conversation::interrupt, this.settings.longest().toMillis(),
				TimeUnit.MILLISECONDS);
		try {
			return converse(mail, leave);
		}
		finally {
			cut.cancel(false);
			Thread.interrupted();
		}
	}

	private Answer converse(Mail mail, BooleanSupplier leave) {
		Draft draft;
		try {
			draft = new Draft(this.provider.getSession(), this.settings, mail, leave);
		}
		catch (MessagingException ex) {
			return new Answer(Verdict.REJECTED, 0);
		}
		Transport transport;
		try {
			transport = this.connections.take();
		}
		catch (MessagingException ex) {
			return new Answer(Verdict.PROVIDER_DOWN, replyCode(ex));
		}
		try {
			transport.sendMessage(draft, draft.getAllRecipients());
		}
		catch (MessagingException ex) {
			Connections.close(transport);
			return answer(draft, ex);
		}
		this.connections.keep(transport);
		return new Answer(Verdict.ACCEPTED, 250);
	}

	private static Answer answer(Draft draft, MessagingException ex) {
		int code = replyCode(ex);
		if (draft.isWithheld()) {
			return new Answer(Verdict.WITHHELD, 0);
		}
		if (code == SERVICE_NOT_AVAILABLE) {
			return new Answer(Verdict.PROVIDER_DOWN, code);
		}
		if (code < 400) {
			return new Answer(draft.isComplete() ? Verdict.UNCERTAIN : Verdict.LATER, 0);
		}
		if (code < 500) {
			return new Answer(Verdict.LATER, code);
		}
		return new Answer(isAboutTheSender(ex) ? Verdict.PROVIDER_DOWN : Verdict.REJECTED, code);
	}

	private static boolean isAboutTheSender(MessagingException ex) {
		return ex instanceof SMTPSendFailedException failure && failure.getCommand().startsWith("MAIL");
	}

	/** The reply that ended the conversation; 0 or less when there was none. */
	private static int replyCode(MessagingException ex) {
		int code = 0;
		for (Exception next = ex; next instanceof MessagingException failure; next = failure.getNextException()) {
			if (failure instanceof SMTPAddressFailedException recipient) {
				return recipient.getReturnCode();
			}
			if (failure instanceof SMTPSendFailedException command) {
				code = command.getReturnCode();
			}
		}
		return code;
	}

	/** Lets go of connections that are no longer used. */
	public void tidy() {
		this.connections.closeIdle();
	}

	@Override
	public void close() {
		this.watch.shutdownNow();
		this.connections.closeAll();
	}

}
