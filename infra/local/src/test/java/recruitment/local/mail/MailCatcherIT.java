package recruitment.local.mail;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import recruitment.local.child.ChildJvm;

import static org.assertj.core.api.Assertions.assertThat;

class MailCatcherIT {

	private static final String CALENDAR = """
			BEGIN:VCALENDAR
			METHOD:REQUEST
			BEGIN:VEVENT
			UID:booking-1
			SEQUENCE:2
			SUMMARY:Information evening\\, PCSO
			DTSTART;TZID=Europe/London:20260311T190000
			DTEND;TZID=Europe/London:20260311T210000
			LOCATION:Police Headquarters\\, Stanborough Road\\, Welwyn Garden
			  City AL8 6XF
			STATUS:CONFIRMED
			BEGIN:VALARM
			DESCRIPTION:not this
			END:VALARM
			END:VEVENT
			END:VCALENDAR
			""".replace("\n", "\r\n");

	@TempDir
	Path data;

	private ChildJvm catcher;

	private int smtp;

	private URI inbox;

	private final HttpClient http = HttpClient.newHttpClient();

	@BeforeEach
	void start() {
		this.catcher = new ChildJvm(MailMain.class, "--smtp", "0", "--http", "0", "--data", this.data.toString());
		List<String> ports = this.catcher.ready();
		this.smtp = Integer.parseInt(ports.get(0));
		this.inbox = URI.create("http://127.0.0.1:" + ports.get(1));
	}

	@AfterEach
	void kill() {
		this.catcher.kill();
	}

	@Test
	void anEmptyInboxSaysWhatToDo() throws Exception {
		assertThat(get("/").body()).contains("caught on this computer", "Nothing yet");
		assertThat(json("/api/messages")).isEmpty();
	}

	@Test
	void aMailIsShownInAllItsParts() throws Exception {
		send("sam@example.org", "Your place is booked", "<1@example.org>");

		JsonNode listed = json("/api/messages").get(0);
		assertThat(listed.get("to").asString()).isEqualTo("sam@example.org");
		assertThat(listed.get("subject").asString()).isEqualTo("Your place is booked");
		assertThat(listed.get("messageId").asString()).isEqualTo("<1@example.org>");
		assertThat(listed.get("receivedAt").asString()).endsWith("Z");

		String id = listed.get("id").asString();
		JsonNode mail = json("/api/messages/" + id);
		assertThat(mail.get("to").asString()).isEqualTo("sam@example.org");
		assertThat(mail.get("text").asString()).contains("Zoë, your place");
		assertThat(mail.get("html").asString()).contains("<strong>place</strong>");
		assertThat(mail.get("calendar").asString()).isEqualTo(CALENDAR);
		assertThat(mail.get("headers").findValuesAsString("name")).contains("Message-ID", "Subject", "Return-Path");

		assertThat(get("/").body()).contains("Your place is booked", "/messages/" + id);
		assertThat(get("/messages/" + id).body()).contains("Calendar entry: REQUEST", "Information evening, PCSO",
				"Wednesday 11 March 2026, 19:00 (Europe/London)",
				"Police Headquarters, Stanborough Road, Welwyn Garden City AL8 6XF", "CONFIRMED",
				"booking-1, sequence 2", "sandbox=\"allow-popups",
				"<a href=\"https://example.org/cancel/abc\" rel=\"noreferrer\">");
		assertThat(get("/messages/" + id + ".ics").body()).isEqualTo(CALENDAR);
		assertThat(get("/messages/" + id + ".eml").body()).contains("Message-ID: <1@example.org>");
	}

	@Test
	void mailsAreFoundByAddressMessageIdAndWords() throws Exception {
		send("sam@example.org", "First", "<1@example.org>");
		send("alex@example.org", "Second", "<2@example.org>");

		assertThat(subjects("")).containsExactly("Second", "First");
		assertThat(subjects("?to=SAM@example.org")).containsExactly("First");
		assertThat(subjects("?messageId=" + URLEncoder.encode("<2@example.org>", StandardCharsets.UTF_8)))
			.containsExactly("Second");
		assertThat(subjects("?contains=Seco")).containsExactly("Second");
		assertThat(subjects("?to=nobody@example.org")).isEmpty();
	}

	@Test
	void whatAMailSaysIsNeverMarkupOfThePage() throws Exception {
		send("sam@example.org", "<script>alert(1)</script> \" '", "<x@example.org>\"><script>");
		String id = json("/api/messages").get(0).get("id").asString();

		for (String page : List.of("/", "/messages/" + id)) {
			HttpResponse<String> answer = get(page);
			assertThat(answer.body()).doesNotContain("<script").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
			assertThat(answer.headers().firstValue("Content-Security-Policy")).get()
				.asString()
				.contains("default-src 'none'");
		}
		assertThat(get("/messages/" + id + "/html").headers().firstValue("Content-Security-Policy")).get()
			.asString()
			.contains("sandbox");
	}

	@Test
	void unknownMailsAreNotFound() throws Exception {
		assertThat(get("/messages/0000000000000-000001").statusCode()).isEqualTo(404);
		assertThat(get("/api/messages/0000000000000-000001").statusCode()).isEqualTo(404);
		assertThat(get("/messages/..%2F..%2Fetc%2Fpasswd").statusCode()).isEqualTo(404);
	}

	@Test
	void theInboxCanBeEmptied() throws Exception {
		send("sam@example.org", "First", "<1@example.org>");
		assertThat(this.http
			.send(HttpRequest.newBuilder(this.inbox.resolve("/api/messages")).DELETE().build(),
					HttpResponse.BodyHandlers.discarding())
			.statusCode()).isEqualTo(204);
		assertThat(json("/api/messages")).isEmpty();
		assertThat(this.data).isEmptyDirectory();
	}

	@Test
	void aKilledCatcherHasEveryMailItAcknowledged() throws Exception {
		List<String> acknowledged = new ArrayList<>();
		for (int round = 0; round < 3; round++) {
			try (Transport transport = connect()) {
				for (int i = 0; i < 40; i++) {
					String messageId = "<" + round + "-" + i + "@example.org>";
					transport.sendMessage(mail("sam@example.org", "Mail", messageId),
							InternetAddress.parse("sam@example.org"));
					acknowledged.add(messageId);
				}
				this.catcher.kill();
			}
			catch (MessagingException closing) {
				// the connection is gone with the process
			}
			Files.writeString(this.data.resolve("0000000000001-000001.part"), "half a mail");
			start();
		}
		assertThat(json("/api/messages").findValuesAsString("messageId")).hasSameElementsAs(acknowledged)
			.hasSameSizeAs(acknowledged);
	}

	@Test
	void aLongListHasPages() throws Exception {
		try (Transport transport = connect()) {
			for (int i = 0; i < 120; i++) {
				transport.sendMessage(mail("sam@example.org", "Mail " + i, "<" + i + "@example.org>"),
						InternetAddress.parse("sam@example.org"));
			}
		}
		assertThat(get("/").body()).contains("Mail 119", "Page 1 of 3").doesNotContain("Mail 69<");
		assertThat(get("/?page=2").body()).contains("Mail 69", "Newer", "Older");
	}

	private void send(String to, String subject, String messageId) throws MessagingException {
		try (Transport transport = connect()) {
			transport.sendMessage(mail(to, subject, messageId), InternetAddress.parse(to));
		}
	}

	private Transport connect() throws MessagingException {
		Transport transport = session().getTransport("smtp");
		transport.connect("127.0.0.1", this.smtp, null, null);
		return transport;
	}

	private static Session session() {
		return Session.getInstance(new Properties());
	}

	private static MimeMessage mail(String to, String subject, String messageId) throws MessagingException {
		MimeMultipart parts = new MimeMultipart("alternative");
		parts.addBodyPart(part("Zoë, your place is booked. To cancel: https://example.org/cancel/abc.", "text/plain"));
		parts.addBodyPart(part("<html><head><title>x</title></head><p>Your <strong>place</strong>", "text/html"));
		parts.addBodyPart(part(CALENDAR, "text/calendar; method=REQUEST"));
		MimeMessage mail = new MimeMessage(session()) {
			@Override
			protected void updateMessageID() throws MessagingException {
				setHeader("Message-ID", messageId);
			}
		};
		mail.setFrom("events@example.org");
		mail.setRecipients(Message.RecipientType.TO, to);
		mail.setSubject(subject, "UTF-8");
		mail.setContent(parts);
		mail.saveChanges();
		return mail;
	}

	private static MimeBodyPart part(String content, String type) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setDataHandler(new DataHandler(new ByteArrayDataSource(content.getBytes(StandardCharsets.UTF_8), type)));
		part.setHeader("Content-Type", type + "; charset=UTF-8");
		part.setDisposition(Part.INLINE);
		return part;
	}

	private List<String> subjects(String query) throws IOException, InterruptedException {
		return json("/api/messages" + query).findValuesAsString("subject");
	}

	private JsonNode json(String path) throws IOException, InterruptedException {
		return JsonMapper.shared().readTree(get(path).body());
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(this.inbox.resolve(path)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

}
