package recruitment.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntUnaryOperator;

/** Where the parts listen on 127.0.0.1, told by the port they usually have. */
final class Ports {

	/**
	 * Below the ports that systems give to clients: a client that calls such a port while
	 * nobody listens could reach itself.
	 */
	private static final int LOWEST_FREE = 20000;

	private static final int HIGHEST_FREE = 32000;

	private final IntUnaryOperator actual;

	private Ports(IntUnaryOperator actual) {
		this.actual = actual;
	}

	/** Every port moved by the same number. */
	static Ports movedBy(int offset) {
		return new Ports((usual) -> usual + offset);
	}

	/** Ports that nobody uses, which stay the same for the life of this object. */
	static Ports free() {
		Map<Integer, Integer> chosen = new ConcurrentHashMap<>();
		return new Ports((usual) -> chosen.computeIfAbsent(usual, (any) -> findFree()));
	}

	int of(int usual) {
		return this.actual.applyAsInt(usual);
	}

	/** Whether a part could listen there now. */
	static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static int findFree() {
		while (true) {
			int port = ThreadLocalRandom.current().nextInt(LOWEST_FREE, HIGHEST_FREE);
			if (isFree(port)) {
				return port;
			}
		}
	}

}
