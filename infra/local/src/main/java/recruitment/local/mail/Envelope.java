package recruitment.local.mail;

import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.time.Instant;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import org.jspecify.annotations.Nullable;

/**
 * What the list shows of a mail.
 *
 * @param to whom SMTP was asked to deliver it to
 * @param messageId with its angle brackets; empty if it came without
 */
record Envelope(String id, String to, String subject, String messageId, Instant receivedAt) {

	/** Written before the mail's own headers, as a server does that delivers. */
	static String trace(String from, String to) {
		return "Return-Path: <" + oneLine(from) + ">\r\nDelivered-To: " + oneLine(to) + "\r\n";
	}

	/**
	 * Reads the headers; what cannot be read is left empty, for the page still has to
	 * show the mail.
	 */
	static Envelope of(String id, InputStream mail) {
		Instant receivedAt = Instant.ofEpochMilli(Long.parseLong(id.substring(0, id.indexOf('-'))));
		try {
			InternetHeaders headers = new InternetHeaders(mail, true);
			return new Envelope(id, first(headers, "Delivered-To"), decoded(first(headers, "Subject")),
					first(headers, "Message-ID"), receivedAt);
		}
		catch (MessagingException ex) {
			return new Envelope(id, "", "", "", receivedAt);
		}
	}

	private static String first(InternetHeaders headers, String name) {
		@Nullable String[] values = headers.getHeader(name);
		return (values != null && values.length > 0 && values[0] != null) ? values[0].strip() : "";
	}

	static String decoded(String header) {
		try {
			return MimeUtility.decodeText(MimeUtility.unfold(header));
		}
		catch (UnsupportedEncodingException ex) {
			return header;
		}
	}

	private static String oneLine(String text) {
		return text.replaceAll("[\\r\\n]", "");
	}

}
