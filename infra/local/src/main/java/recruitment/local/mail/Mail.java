package recruitment.local.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/**
 * A mail taken apart: its headers in their order, and the first part of each kind that a
 * reader knows.
 *
 * @param calendar the iCalendar text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Mail(@JsonUnwrapped Envelope envelope, List<Field> headers, @Nullable String text, @Nullable String html,
		@Nullable String calendar) {

	private static final Session SESSION = Session.getInstance(new Properties());

	/** Takes apart what it can: of a mail that is no MIME the whole is its text. */
	static Mail of(String id, byte[] bytes) {
		Envelope envelope = Envelope.of(id, new ByteArrayInputStream(bytes));
		List<Field> headers = new ArrayList<>();
		Parts parts = new Parts();
		try {
			MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
			for (Header header : Collections.list(message.getAllHeaders())) {
				headers.add(new Field(header.getName(), Envelope.decoded(header.getValue())));
			}
			parts.take(message);
		}
		catch (MessagingException | IOException ex) {
			parts.text = new String(bytes, StandardCharsets.UTF_8);
		}
		return new Mail(envelope, headers, parts.text, parts.html, parts.calendar);
	}

	boolean contains(String words) {
		return List
			.of(this.envelope.subject(), String.valueOf(this.text), String.valueOf(this.html),
					String.valueOf(this.calendar))
			.stream()
			.anyMatch((part) -> part.contains(words));
	}

	/** A header, decoded and on one line. */
	record Field(String name, String value) {
	}

	private static final class Parts {

		private @Nullable String text;

		private @Nullable String html;

		private @Nullable String calendar;

		void take(Part part) throws MessagingException, IOException {
			if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
				for (int i = 0; i < several.getCount(); i++) {
					take(several.getBodyPart(i));
				}
			}
			else if (part.isMimeType("text/plain") && this.text == null) {
				this.text = read(part);
			}
			else if (part.isMimeType("text/html") && this.html == null) {
				this.html = read(part);
			}
			else if (part.isMimeType("text/calendar") && this.calendar == null) {
				this.calendar = read(part);
			}
		}

		private static String read(Part part) throws MessagingException, IOException {
			String charset = new ContentType(part.getContentType()).getParameter("charset");
			return new String(part.getInputStream().readAllBytes(),
					Charset.forName((charset != null) ? charset : "UTF-8", StandardCharsets.UTF_8));
		}

	}

}
