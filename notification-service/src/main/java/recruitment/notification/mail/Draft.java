package recruitment.notification.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Date;
import java.util.function.BooleanSupplier;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import org.jspecify.annotations.Nullable;

import recruitment.notification.calendar.CalendarEntry;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A message that asks for leave before its last byte: whoever writes it out may still be
 * stopped when its body is written and the dot, which hands it over, is not.
 */
class Draft extends MimeMessage {

	private final String messageId;

	private final BooleanSupplier leave;

	private boolean complete;

	private boolean withheld;

	/**
	 * @param leave asked once the body is written; {@code false} or an exception keep the
	 * message back
	 * @throws jakarta.mail.internet.AddressException when the recipient is no address
	 */
	Draft(Session session, MailSettings settings, Mail mail, BooleanSupplier leave) throws MessagingException {
		super(session);
		this.messageId = mail.messageId();
		this.leave = leave;
		setFrom(new InternetAddress(settings.from(), true));
		String replyTo = settings.replyTo();
		if (replyTo != null) {
			setReplyTo(new InternetAddress[] { new InternetAddress(replyTo, true) });
		}
		setRecipient(RecipientType.TO, new InternetAddress(mail.to().value(), true));
		setSubject(mail.subject().replaceAll("\\p{Cntrl}+", " "), UTF_8.name());
		setSentDate(Date.from(mail.at()));
		setHeader("Auto-Submitted", "auto-generated");
		setContent(content(mail));
		saveChanges();
	}

	private static MimeMultipart content(Mail mail) throws MessagingException {
		MimeMultipart readings = new MimeMultipart("alternative");
		readings.addBodyPart(text(mail.text(), "plain"));
		readings.addBodyPart(text(mail.html(), "html"));
		CalendarEntry entry = mail.calendarEntry();
		if (entry == null) {
			return readings;
		}
		readings.addBodyPart(calendar(entry));
		MimeMultipart whole = new MimeMultipart("mixed");
		MimeBodyPart body = new MimeBodyPart();
		body.setContent(readings);
		whole.addBodyPart(body);
		MimeBodyPart file = calendar(entry);
		file.setDisposition(Part.ATTACHMENT);
		file.setFileName("information-evening.ics");
		whole.addBodyPart(file);
		return whole;
	}

	private static MimeBodyPart text(String text, String subtype) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setText(text, UTF_8.name(), subtype);
		return part;
	}

	private static MimeBodyPart calendar(CalendarEntry entry) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setDataHandler(new DataHandler(new ByteArrayDataSource(entry.text().getBytes(UTF_8),
				"text/calendar; charset=UTF-8; method=" + entry.method())));
		return part;
	}

	/** Jakarta Mail would make a new one each time. */
	@Override
	protected void updateMessageID() throws MessagingException {
		setHeader("Message-ID", this.messageId);
	}

	/**
	 * Writes the message. An {@link IOException} makes the transport drop the connection
	 * at once, so that what was written is never completed.
	 */
	@Override
	public void writeTo(OutputStream out, String @Nullable [] ignoredHeaders) throws IOException, MessagingException {
		super.writeTo(out, ignoredHeaders);
		this.withheld = true;
		if (!mayComplete()) {
			throw new IOException("kept back");
		}
		this.withheld = false;
		this.complete = true;
	}

	private boolean mayComplete() throws IOException {
		try {
			return this.leave.getAsBoolean();
		}
		catch (RuntimeException ex) {
			throw new IOException("kept back", ex);
		}
	}

	/** Whether the provider may have seen all of it. */
	boolean isComplete() {
		return this.complete;
	}

	/** Whether it was stopped before its end. */
	boolean isWithheld() {
		return this.withheld;
	}

}
