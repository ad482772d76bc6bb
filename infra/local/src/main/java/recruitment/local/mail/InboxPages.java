package recruitment.local.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The pages of the inbox. Everything that comes from a mail is escaped here; they need no
 * script.
 */
final class InboxPages {

	private static final int PAGE_SIZE = 50;

	private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+[^\\s<>\"'.,;)&]");

	private static final Pattern HEAD = Pattern.compile("<head[^>]*>", Pattern.CASE_INSENSITIVE);

	private static final String BASE = "<base target=\"_blank\">";

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.UK)
		.withZone(ZoneId.systemDefault());

	String list(Mailbox mailbox, @Nullable String page) {
		int size = mailbox.size();
		if (size == 0) {
			return page("Inbox", """
					<h1>Caught mail</h1>
					%s
					<p class="empty">Nothing yet. Book a place and its confirmation appears here;
					reload the page after a moment.</p>
					""".formatted(notice()));
		}
		int last = (size - 1) / PAGE_SIZE + 1;
		int number = Math.clamp(number(page), 1, last);
		String rows = mailbox.newestFirst()
			.stream()
			.skip((long) (number - 1) * PAGE_SIZE)
			.limit(PAGE_SIZE)
			.map(this::row)
			.collect(Collectors.joining());
		return page("Inbox", """
				<h1>Caught mail <span class="count">%d</span></h1>
				%s
				<ul class="mails">%s</ul>
				%s
				""".formatted(size, notice(), rows, pager(number, last)));
	}

	private String row(Envelope mail) {
		return """
				<li><a href="/messages/%s"><span class="subject">%s</span>
				<span class="to">%s</span> <time>%s</time></a></li>
				""".formatted(mail.id(), escaped(subject(mail)), escaped(mail.to()), time(mail.receivedAt()));
	}

	private static String pager(int number, int last) {
		if (last == 1) {
			return "";
		}
		return "<nav aria-label=\"Pages\">%s<span>Page %d of %d</span>%s</nav>".formatted(
				(number > 1) ? "<a rel=\"prev\" href=\"/?page=" + (number - 1) + "\">Newer</a> " : "", number, last,
				(number < last) ? " <a rel=\"next\" href=\"/?page=" + (number + 1) + "\">Older</a>" : "");
	}

	String message(Mail mail) {
		Envelope envelope = mail.envelope();
		return page(subject(envelope), """
				<p><a href="/">All caught mail</a></p>
				<h1>%s</h1>
				%s
				<dl><dt>To</dt><dd>%s</dd><dt>Received</dt><dd>%s</dd><dt>Message-ID</dt><dd>%s</dd></dl>
				%s%s%s%s
				<p><a href="/messages/%s.eml" download>Download the mail (.eml)</a></p>
				""".formatted(escaped(subject(envelope)), notice(), escaped(envelope.to()), time(envelope.receivedAt()),
				escaped(envelope.messageId()), (mail.calendar() != null) ? card(envelope, mail.calendar()) : "",
				(mail.html() != null) ? frame(envelope) : "", (mail.text() != null) ? text(mail.text()) : "",
				headers(mail.headers()), envelope.id()));
	}

	private static String card(Envelope envelope, String calendar) {
		CalendarCard card = CalendarCard.of(calendar);
		return """
				<section class="card"><h2>Calendar entry: %s</h2>
				<dl><dt>What</dt><dd>%s</dd><dt>Starts</dt><dd>%s</dd><dt>Ends</dt><dd>%s</dd><dt>Where</dt><dd>%s</dd>
				<dt>Status</dt><dd>%s</dd><dt>Entry</dt><dd>%s, sequence %s</dd></dl>
				<p><a href="/messages/%s.ics" download>Download the entry (.ics)</a></p></section>
				""".formatted(escaped(card.method()), escaped(card.summary()), escaped(card.start()),
				escaped(card.end()), escaped(card.location()), escaped(card.status()), escaped(card.uid()),
				escaped(card.sequence()), envelope.id());
	}

	/** Links leave the frame; scripts, forms and what is elsewhere stay out of it. */
	private static String frame(Envelope envelope) {
		return """
				<section><h2>As a web page</h2>
				<iframe title="The mail as a web page" src="/messages/%s/html"
				sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe></section>
				""".formatted(envelope.id());
	}

	private static String text(String text) {
		Matcher links = LINK.matcher(escaped(text));
		return "<section><h2>As text</h2><pre>%s</pre></section>\n"
			.formatted(links.replaceAll("<a href=\"$0\" rel=\"noreferrer\">$0</a>"));
	}

	private static String headers(List<Mail.Field> headers) {
		return headers.stream()
			.map((header) -> "<tr><th scope=\"row\">%s</th><td>%s</td></tr>\n".formatted(escaped(header.name()),
					escaped(header.value())))
			.collect(Collectors.joining("", "<details><summary>Headers</summary><table>\n", "</table></details>\n"));
	}

	String notFound() {
		return page("Not found", "<h1>No such mail</h1><p><a href=\"/\">All caught mail</a></p>");
	}

	/**
	 * A link of a mail opens in a tab of its own, since the frame may show nothing else.
	 */
	String openingLinksOutside(String html) {
		Matcher head = HEAD.matcher(html);
		return (head.find()) ? head.replaceFirst("$0" + BASE) : BASE + html;
	}

	private static String page(String title, String body) {
		return """
				<!doctype html>
				<html lang="en">
				<head><meta charset="utf-8"><title>%s – caught mail</title>
				<meta name="viewport" content="width=device-width, initial-scale=1">
				<link rel="icon" href="data:,"><link rel="stylesheet" href="/inbox.css"></head>
				<body><main>
				%s</main></body></html>
				""".formatted(escaped(title), body);
	}

	private static String notice() {
		return "<p class=\"notice\">These mails were caught on this computer. They went nowhere else.</p>";
	}

	private static String subject(Envelope mail) {
		return (mail.subject().isBlank()) ? "(no subject)" : mail.subject();
	}

	private static String time(Instant time) {
		return TIME.format(time);
	}

	private static int number(@Nullable String text) {
		return (text != null && text.matches("\\d{1,6}")) ? Integer.parseInt(text) : 1;
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("\"", "&quot;")
			.replace("'", "&#39;");
	}

}
