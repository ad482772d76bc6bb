package recruitment.notification.intent;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Mails as tests look at them. */
final class Mime {

	private Mime() {
	}

	/** Headers that matter, and all parts in clear text. */
	static String decoded(String message) {
		try {
			MimeMessage mail = new MimeMessage((@Nullable Session) null,
					new ByteArrayInputStream(message.getBytes(ISO_8859_1)));
			return "Subject: %s%nMessage-ID: %s%n%s".formatted(mail.getSubject(), mail.getMessageID(), text(mail));
		}
		catch (IOException | MessagingException ex) {
			throw new AssertionError(ex);
		}
	}

	private static String text(Part part) throws IOException, MessagingException {
		if (part.getContent() instanceof Multipart parts) {
			StringBuilder text = new StringBuilder();
			for (int i = 0; i < parts.getCount(); i++) {
				text.append(text(parts.getBodyPart(i)));
			}
			return text.toString();
		}
		try (InputStream content = part.getInputStream()) {
			return "%s%n%s%n".formatted(part.getContentType(), new String(content.readAllBytes(), UTF_8));
		}
	}

}
