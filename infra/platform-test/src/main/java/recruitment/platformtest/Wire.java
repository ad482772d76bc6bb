package recruitment.platformtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and a server, and can be cut: for the client the server is then
 * away, while it serves everybody else.
 */
public final class Wire implements AutoCloseable {

	private final InetSocketAddress server;

	private final ServerSocket clients;

	private final List<Socket> open = new CopyOnWriteArrayList<>();

	private final AtomicInteger refused = new AtomicInteger();

	private volatile boolean cut;

	/**
	 * @param address host and port of the server
	 */
	public Wire(String address) {
		int colon = address.lastIndexOf(':');
		this.server = new InetSocketAddress(address.substring(0, colon),
				Integer.parseInt(address.substring(colon + 1)));
		try {
			this.clients = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(this::accept);
	}

	/** Host and port at which the client finds it. */
	public String address() {
		return "127.0.0.1:" + this.clients.getLocalPort();
	}

	/** Ends all connections and lets none be made. */
	public void cut() {
		this.refused.set(0);
		this.cut = true;
		this.open.forEach(Wire::close);
		this.open.clear();
	}

	/** How many connections were refused since it was cut. */
	public int refused() {
		return this.refused.get();
	}

	public void mend() {
		this.cut = false;
	}

	private void accept() {
		while (!this.clients.isClosed()) {
			try {
				Socket client = this.clients.accept();
				if (this.cut) {
					this.refused.incrementAndGet();
					close(client);
				}
				else {
					join(client);
				}
			}
			catch (IOException ex) {
				// this connection is not made; the next one may be
			}
		}
	}

	private void join(Socket client) throws IOException {
		this.open.add(client);
		Socket server = new Socket(this.server.getAddress(), this.server.getPort());
		this.open.add(server);
		carry(client, server);
		carry(server, client);
	}

	private void carry(Socket from, Socket to) {
		Thread.ofVirtual().start(() -> {
			try (from; to) {
				from.getInputStream().transferTo(to.getOutputStream());
			}
			catch (IOException ex) {
				// cut, or one of the two has gone: both ends are closed
			}
			this.open.remove(from);
			this.open.remove(to);
		});
	}

	private static void close(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		cut();
		this.clients.close();
	}

}
