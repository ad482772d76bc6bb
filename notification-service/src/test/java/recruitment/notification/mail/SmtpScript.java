package recruitment.notification.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * A mail provider on a real socket that says what it is told to: a reply in place of the
 * usual one, a dropped connection, or nothing at all. {@code GREETING} and {@code DOT}
 * stand for the moments that no command names.
 */
public final class SmtpScript implements AutoCloseable {

	/** Closes the connection instead of answering. */
	public static final String DROP = "drop";

	/** Never answers. */
	public static final String SILENCE = "silence";

	private static final Map<String, String> USUAL = Map.of("GREETING", "220 here", "EHLO", "250 hello", "MAIL",
			"250 fine", "RCPT", "250 fine", "DATA", "354 go on", "DOT", "250 taken", "NOOP", "250 fine", "RSET",
			"250 fine", "QUIT", "221 bye");

	private final Map<String, String> replies = new ConcurrentHashMap<>(USUAL);

	private final Map<String, Runnable> meanwhile = new ConcurrentHashMap<>();

	private final List<String> messages = new CopyOnWriteArrayList<>();

	private final List<String> commands = new CopyOnWriteArrayList<>();

	private final List<Socket> connections = new CopyOnWriteArrayList<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	private final ServerSocket server;

	public SmtpScript() {
		this(0);
	}

	/** On a given port: a provider that comes back. */
	public SmtpScript(int port) {
		try {
			this.server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(this::accept);
	}

	public int port() {
		return this.server.getLocalPort();
	}

	/** From now on, at this command, this reply. */
	public SmtpScript reply(String command, String reply) {
		this.replies.put(command, reply);
		return this;
	}

	/** Lets something happen once, before this command is answered. */
	public SmtpScript meanwhile(String command, Runnable event) {
		this.meanwhile.put(command, event);
		return this;
	}

	/** From now on everything as usual. */
	public void behave() {
		this.replies.putAll(USUAL);
	}

	/** What was completed by a dot, whatever was answered. */
	public List<String> messages() {
		return List.copyOf(this.messages);
	}

	public List<String> commands() {
		return List.copyOf(this.commands);
	}

	public int connections() {
		return this.connections.size();
	}

	private void accept() {
		while (true) {
			try {
				Socket socket = this.server.accept();
				this.connections.add(socket);
				Thread.ofVirtual().start(() -> serve(socket));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void serve(Socket socket) {
		try (socket) {
			BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
			OutputStream out = socket.getOutputStream();
			boolean goesOn = answer("GREETING", out);
			for (String line = goesOn ? in.readLine() : null; line != null; line = goesOn ? in.readLine() : null) {
				String command = line.split("[ :]")[0];
				this.commands.add(line);
				goesOn = answer(command, out);
				if (goesOn && command.equals("DATA") && reply("DATA").startsWith("354")) {
					String message = data(in);
					if (message == null) {
						return;
					}
					this.messages.add(message);
					goesOn = answer("DOT", out);
				}
			}
		}
		catch (IOException ex) {
			// the client is gone
		}
	}

	private static @Nullable String data(BufferedReader in) throws IOException {
		StringBuilder message = new StringBuilder();
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			if (line.equals(".")) {
				return message.toString();
			}
			message.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
		}
		return null;
	}

	private String reply(String command) {
		return this.replies.getOrDefault(command, "502 unknown");
	}

	private boolean answer(String command, OutputStream out) throws IOException {
		Runnable event = this.meanwhile.remove(command);
		if (event != null) {
			event.run();
		}
		String reply = reply(command);
		if (reply.equals(DROP)) {
			return false;
		}
		if (reply.equals(SILENCE)) {
			try {
				this.closed.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return false;
		}
		out.write((reply + "\r\n").getBytes(ISO_8859_1));
		out.flush();
		return !reply.startsWith("421") && !reply.startsWith("221");
	}

	/** Ends the connections that are open; others may follow. */
	public void hangUp() {
		try {
			for (Socket connection : this.connections) {
				connection.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.closed.countDown();
		hangUp();
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
