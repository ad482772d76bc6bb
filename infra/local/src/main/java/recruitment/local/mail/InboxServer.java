package recruitment.local.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The inbox over HTTP: pages for people, and for programs
 * <ul>
 * <li>{@code GET /api/messages}, newest first, limited by {@code to}, {@code messageId}
 * (both exact), {@code contains} (words in subject or parts)</li>
 * <li>{@code GET /api/messages/{id}}, with headers, text, html and calendar</li>
 * <li>{@code DELETE /api/messages}, all of them</li>
 * </ul>
 */
final class InboxServer {

	private static final Pattern MESSAGE = Pattern.compile("/messages/(\\d{13}-\\d{6,})(|/html|\\.eml|\\.ics)");

	private static final Pattern API_MESSAGE = Pattern.compile("/api/messages/(\\d{13}-\\d{6,})");

	private final Mailbox mailbox;

	private final InboxPages pages = new InboxPages();

	private final JsonMapper json = JsonMapper.shared();

	private final HttpServer server;

	InboxServer(Mailbox mailbox, InetAddress address, int port) throws IOException {
		this.mailbox = mailbox;
		this.server = HttpServer.create(new InetSocketAddress(address, port), 0);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			Answer answer = answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
					parameters(exchange.getRequestURI().getRawQuery()));
			exchange.getResponseHeaders().putAll(answer.headers());
			byte[] body = answer.body();
			boolean head = exchange.getRequestMethod().equals("HEAD");
			exchange.sendResponseHeaders(answer.status(), (head || body.length == 0) ? -1 : body.length);
			if (!head) {
				exchange.getResponseBody().write(body);
			}
		}
	}

	private Answer answer(String method, String path, Map<String, String> parameters) throws IOException {
		if (method.equals("DELETE") && path.equals("/api/messages")) {
			this.mailbox.clear();
			return Answer.nothing(204);
		}
		if (!method.equals("GET") && !method.equals("HEAD")) {
			return Answer.nothing(405);
		}
		if (path.equals("/")) {
			return Answer.page(200, this.pages.list(this.mailbox, parameters.get("page")));
		}
		if (path.equals("/inbox.css")) {
			return Answer.of("text/css; charset=utf-8", resource("inbox.css"));
		}
		if (path.equals("/api/messages")) {
			return Answer.json(this.json.writeValueAsBytes(find(parameters)));
		}
		Matcher one = API_MESSAGE.matcher(path);
		if (one.matches()) {
			return mail(one.group(1)).map((mail) -> Answer.json(this.json.writeValueAsBytes(mail)))
				.orElse(Answer.nothing(404));
		}
		Matcher message = MESSAGE.matcher(path);
		Optional<Answer> found = (message.matches()) ? message(message.group(1), message.group(2)) : Optional.empty();
		return found.orElseGet(() -> Answer.page(404, this.pages.notFound()));
	}

	private Optional<Answer> message(String id, String part) throws IOException {
		Optional<Mail> mail = mail(id);
		return switch (part) {
			case "/html" -> mail.map(Mail::html).map((html) -> Answer.mailHtml(this.pages.openingLinksOutside(html)));
			case ".ics" -> mail.map(Mail::calendar)
				.map((calendar) -> Answer.download("text/calendar; charset=utf-8", id + part,
						calendar.getBytes(StandardCharsets.UTF_8)));
			case ".eml" -> this.mailbox.read(id).map((bytes) -> Answer.download("message/rfc822", id + part, bytes));
			default -> mail.map((found) -> Answer.page(200, this.pages.message(found)));
		};
	}

	private Optional<Mail> mail(String id) throws IOException {
		return this.mailbox.read(id).map((bytes) -> Mail.of(id, bytes));
	}

	private List<Envelope> find(Map<String, String> parameters) throws IOException {
		String to = parameters.get("to");
		String messageId = parameters.get("messageId");
		String words = parameters.get("contains");
		List<Envelope> found = this.mailbox.newestFirst()
			.stream()
			.filter((mail) -> to == null || mail.to().equalsIgnoreCase(to))
			.filter((mail) -> messageId == null || mail.messageId().equals(messageId))
			.toList();
		if (words == null) {
			return found;
		}
		List<Envelope> containing = new ArrayList<>();
		for (Envelope envelope : found) {
			if (mail(envelope.id()).filter((mail) -> mail.contains(words)).isPresent()) {
				containing.add(envelope);
			}
		}
		return containing;
	}

	private static Map<String, String> parameters(@Nullable String query) {
		Map<String, String> parameters = new HashMap<>();
		for (String pair : Objects.requireNonNullElse(query, "").split("&")) {
			int equals = pair.indexOf('=');
			if (equals > 0) {
				parameters.put(URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
						URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
			}
		}
		return parameters;
	}

	private static byte[] resource(String name) throws IOException {
		try (InputStream in = Objects.requireNonNull(InboxServer.class.getResourceAsStream(name))) {
			return in.readAllBytes();
		}
	}

}
