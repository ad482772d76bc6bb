package recruitment.local.doctor;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Asks a port whether MongoDB's protocol is spoken there, by the greeting of every
 * driver: {@code hello} in one OP_MSG.
 */
final class StoreProbe {

	private static final int PATIENCE_MILLIS = 2000;

	private static final int REQUEST = 7;

	private static final int OP_MSG = 2013;

	private static final int HEADER = 16;

	private StoreProbe() {
	}

	static Answer ask(String host, int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
			return speaks(socket) ? Answer.STORE : Answer.FOREIGN;
		}
		catch (IOException ex) {
			return Answer.NONE;
		}
	}

	private static boolean speaks(Socket socket) {
		try {
			socket.setSoTimeout(PATIENCE_MILLIS);
			socket.getOutputStream().write(hello());
			byte[] header = new byte[HEADER];
			new DataInputStream(socket.getInputStream()).readFully(header);
			ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
			// length and id of the answer, then what it answers, then its kind
			return fields.getInt(8) == REQUEST && fields.getInt(12) == OP_MSG;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static byte[] hello() {
		ByteArrayOutputStream elements = new ByteArrayOutputStream();
		elements.writeBytes(new byte[] { 0x10, 'h', 'e', 'l', 'l', 'o', 0, 1, 0, 0, 0 });
		elements.writeBytes(new byte[] { 0x02, '$', 'd', 'b', 0, 6, 0, 0, 0 });
		elements.writeBytes("admin\0".getBytes(StandardCharsets.US_ASCII));
		int document = Integer.BYTES + elements.size() + 1;
		int message = HEADER + Integer.BYTES + 1 + document;
		return ByteBuffer.allocate(message)
			.order(ByteOrder.LITTLE_ENDIAN)
			.putInt(message)
			.putInt(REQUEST)
			.putInt(0)
			.putInt(OP_MSG)
			.putInt(0)
			.put((byte) 0)
			.putInt(document)
			.put(elements.toByteArray())
			.put((byte) 0)
			.array();
	}

	enum Answer {

		/** It speaks the protocol. */
		STORE,

		/** Something else listens there. */
		FOREIGN,

		/** Nothing listens there. */
		NONE

	}

}
