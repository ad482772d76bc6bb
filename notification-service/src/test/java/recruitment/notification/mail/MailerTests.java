package recruitment.notification.mail;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mail.javamail.JavaMailSenderImpl;

import recruitment.notification.calendar.CalendarEntry;
import recruitment.notification.mail.Answer.Verdict;
import recruitment.platform.privacy.Pii;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

class MailerTests {

	private static final String ID = "<abc@recruitment.example.org>";

	private static final Duration LONGEST = Duration.ofMillis(700);

	private final SmtpScript smtp = new SmtpScript();

	private final Mailer mailer = mailer(this.smtp.port());

	private boolean asked;

	@AfterEach
	void close() {
		this.mailer.close();
		this.smtp.close();
	}

	@Test
	void aMessageThatIsTakenOverIsAccepted() {
		assertThat(send(mail("sam@example.org"))).isEqualTo(new Answer(Verdict.ACCEPTED, 250));
		assertThat(this.smtp.messages()).hasSize(1);
	}

	@ParameterizedTest(name = "{1} to {0} is {2}")
	@CsvSource({
			// nobody can send now
			"GREETING, 554 go away, PROVIDER_DOWN, 0", "GREETING, 421 busy, PROVIDER_DOWN, 0",
			"GREETING, drop, PROVIDER_DOWN, 0", "GREETING, silence, PROVIDER_DOWN, 0",
			"MAIL, 550 not you, PROVIDER_DOWN, 550", "MAIL, 530 sign in first, PROVIDER_DOWN, 530",
			"MAIL, 421 closing, PROVIDER_DOWN, 421", "RCPT, 421 closing, PROVIDER_DOWN, 421",
			"DATA, 421 closing, PROVIDER_DOWN, 421", "DOT, 421 closing, PROVIDER_DOWN, 421",
			// this message not now
			"MAIL, 451 later, LATER, 451", "RCPT, 450 grey, LATER, 450", "RCPT, 452 full, LATER, 452",
			"DATA, 451 later, LATER, 451", "DOT, 451 later, LATER, 451", "MAIL, drop, LATER, 0", "RCPT, drop, LATER, 0",
			"DATA, drop, LATER, 0", "RCPT, silence, LATER, 0",
			// this message never
			"RCPT, 550 nobody here, REJECTED, 550", "RCPT, 553 odd, REJECTED, 553", "DATA, 554 no, REJECTED, 554",
			"DOT, 552 too big, REJECTED, 552", "DOT, 554 looks bad, REJECTED, 554",
			// nobody knows
			"DOT, drop, UNCERTAIN, 0", "DOT, silence, UNCERTAIN, 0" })
	void everyReplyHasItsMeaning(String command, String reply, Verdict verdict, int code) {
		this.smtp.reply(command, reply);
		assertThat(send(mail("sam@example.org"))).isEqualTo(new Answer(verdict, code));
		assertThat(this.asked).isEqualTo(command.equals("DOT"));
	}

	@Test
	void aProviderThatIsNotThereIsDown() {
		this.smtp.close();
		assertThat(send(mail("sam@example.org"))).isEqualTo(new Answer(Verdict.PROVIDER_DOWN, 0));
	}

	@Test
	void withoutLeaveTheDotIsNotSent() {
		assertThat(send(mail("sam@example.org"), () -> false).verdict()).isEqualTo(Verdict.WITHHELD);
		assertThat(send(mail("sam@example.org"), () -> {
			throw new IllegalStateException("the store is down");
		}).verdict()).isEqualTo(Verdict.WITHHELD);
		assertThat(this.smtp.commands()).contains("DATA").doesNotContain("QUIT");
		assertThat(this.smtp.messages()).isEmpty();
	}

	@Test
	void aConnectionIsUsedAgainAndReplacedWhenItIsGone() {
		send(mail("sam@example.org"));
		send(mail("kim@example.org"));
		assertThat(this.smtp.connections()).isEqualTo(1);
		this.smtp.reply("NOOP", SmtpScript.DROP);
		assertThat(send(mail("jo@example.org")).verdict()).isEqualTo(Verdict.ACCEPTED);
		assertThat(this.smtp.connections()).isEqualTo(2);
		assertThat(this.smtp.messages()).hasSize(3);
	}

	@Test
	void everyAttemptCarriesTheSameMessageId() throws Exception {
		this.smtp.reply("DOT", "451 later");
		send(mail("sam@example.org"));
		this.smtp.behave();
		send(mail("sam@example.org"));
		assertThat(this.smtp.messages()).hasSize(2);
		for (String message : this.smtp.messages()) {
			assertThat(parse(message).getMessageID()).isEqualTo(ID);
		}
	}

	@Test
	void theMessageHoldsTextHtmlAndTheCalendarEntryTwice() throws Exception {
		send(mail("sam@example.org"));
		MimeMessage message = parse(this.smtp.messages().getFirst());
		assertThat(message.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
		assertThat(((InternetAddress) message.getFrom()[0]).getAddress()).isEqualTo("recruitment@example.org");
		assertThat(message.getReplyTo()[0]).hasToString("answers@example.org");
		assertThat(message.getSentDate().toInstant()).isEqualTo(Instant.parse("2026-11-22T10:15:30Z"));
		MimeMultipart whole = (MimeMultipart) message.getContent();
		assertThat(message.getContentType()).startsWith("multipart/mixed");
		assertThat(whole.getBodyPart(1).getFileName()).isEqualTo("information-evening.ics");
		MimeMultipart readings = (MimeMultipart) whole.getBodyPart(0).getContent();
		assertThat(readings.getContentType()).startsWith("multipart/alternative");
		assertThat(readings.getBodyPart(0).getContent()).isEqualTo("Plain – text");
		assertThat(readings.getBodyPart(1).getContentType()).startsWith("text/html");
		assertThat(readings.getBodyPart(1).getContent()).isEqualTo("<p>HTML</p>");
		assertThat(readings.getBodyPart(2).getContentType()).startsWith("text/calendar").contains("method=REQUEST");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			'sam@example.org\r\nBcc: eve@example.org'
			'sam@example.org>\r\nRCPT TO:<eve@example.org'
			'sam@example.org, eve@example.org'
			'no address'
			''
			""")
	void whatIsNoSingleAddressIsRejectedWithoutAskingAnybody(String address) {
		assertThat(send(mail(address))).isEqualTo(new Answer(Verdict.REJECTED, 0));
		assertThat(this.smtp.connections()).isZero();
	}

	@Test
	void aSubjectCannotAddHeaders() throws Exception {
		Mail mail = new Mail(ID, new Pii("sam@example.org"), "Booked\r\nBcc: eve@example.org\r\n\r\nHello", "text",
				"html", null, Instant.now());
		send(mail);
		MimeMessage message = parse(this.smtp.messages().getFirst());
		assertThat(message.getHeader("Bcc")).isNull();
		assertThat(message.getSubject()).isEqualTo("Booked Bcc: eve@example.org Hello");
		assertThat(this.smtp.commands()).filteredOn((command) -> command.startsWith("RCPT")).hasSize(1);
	}

	private Answer send(Mail mail) {
		return send(mail, () -> true);
	}

	private Answer send(Mail mail, BooleanSupplier leave) {
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			return CompletableFuture.supplyAsync(() -> this.mailer.send(mail, () -> {
				this.asked = true;
				return leave.getAsBoolean();
			}), threads).orTimeout(20, TimeUnit.SECONDS).join();
		}
	}

	private static Mail mail(String to) {
		return new Mail(ID, new Pii(to), "Booked", "Plain – text", "<p>HTML</p>",
				new CalendarEntry("REQUEST", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
				Instant.parse("2026-11-22T10:15:30Z"));
	}

	private static MimeMessage parse(String message) throws Exception {
		return new MimeMessage((@Nullable Session) null, new ByteArrayInputStream(message.getBytes(ISO_8859_1)));
	}

	private static Mailer mailer(int port) {
		JavaMailSenderImpl provider = new JavaMailSenderImpl();
		provider.setHost("127.0.0.1");
		provider.setPort(port);
		Properties times = new Properties();
		times.putAll(java.util.Map.of("mail.smtp.connectiontimeout", "1000", "mail.smtp.timeout", "60000",
				"mail.smtp.writetimeout", "1000", "mail.smtp.quitwait", "false"));
		provider.setJavaMailProperties(times);
		return new Mailer(provider, new MailSettings("recruitment.example.org", "recruitment@example.org",
				"answers@example.org", 100, 8, LONGEST, Duration.ofSeconds(30), 20), Clock.systemUTC());
	}

}
