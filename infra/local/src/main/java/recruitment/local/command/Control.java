package recruitment.local.command;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.BinaryOperator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import recruitment.local.Part;

/**
 * How another terminal asks the running {@code up} for something. A file that only its
 * owner reads tells the port and a secret word.
 */
final class Control implements AutoCloseable {

	private static final String FILE = "run/control";

	/** A little more than the slowest part may take to start. */
	private static final Duration PATIENCE = Part.START.plusSeconds(30);

	private final HttpServer server;

	private final String secret = UUID.randomUUID().toString();

	private final BinaryOperator<String> action;

	/**
	 * @param action carries out a verb on a part and tells what it did
	 */
	Control(DataFolder data, BinaryOperator<String> action) throws IOException {
		this.action = action;
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::answer);
		this.server.start();
		write(data.path().resolve(FILE), this.server.getAddress().getPort() + " " + this.secret);
	}

	private static void write(Path file, String text) throws IOException {
		Path unfinished = Files.createTempFile(file.getParent(), "control", null,
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		Files.writeString(unfinished, text);
		Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
			boolean known = MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8),
					this.secret.getBytes(StandardCharsets.UTF_8));
			String[] words = exchange.getRequestURI().getPath().split("/");
			if (!known || words.length != 3 || !exchange.getRequestMethod().equals("POST")) {
				exchange.sendResponseHeaders(403, -1);
				return;
			}
			int status = 200;
			String sentence;
			try {
				sentence = this.action.apply(words[1], words[2]);
			}
			catch (RuntimeException ex) {
				status = 409;
				sentence = String.valueOf(ex.getMessage());
			}
			byte[] body = sentence.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(status, body.length);
			exchange.getResponseBody().write(body);
		}
	}

	/**
	 * Asks the running {@code up} for a verb on a part.
	 * @return what it did
	 */
	static String ask(DataFolder data, String verb, String part) {
		String[] words = data.read(FILE).orElse("").split(" ");
		if (words.length != 2 || data.up().isEmpty()) {
			throw new Refusal("Nothing runs here. Start it: infra/recruit up");
		}
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:%s/%s/%s".formatted(words[0], verb, encoded(part))))
			.header("Authorization", words[1])
			.timeout(PATIENCE)
			.POST(HttpRequest.BodyPublishers.noBody())
			.build();
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() != 200) {
				throw new Refusal(response.body());
			}
			return response.body();
		}
		catch (ConnectException ex) {
			throw new Refusal("Nothing runs here. Start it: infra/recruit up");
		}
		catch (IOException ex) {
			throw new Refusal("No answer from the running infra/recruit up: " + ex.getMessage());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Refusal("Interrupted");
		}
	}

	private static String encoded(String word) {
		return URLEncoder.encode(word, StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
