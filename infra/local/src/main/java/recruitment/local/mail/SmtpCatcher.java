package recruitment.local.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.Executors;

import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * The SMTP side. A mail for several people is refused after the first, so that the sender
 * sends each their own.
 */
final class SmtpCatcher {

	private static final int LARGEST_MAIL = 10 * 1024 * 1024;

	private static final int MOST_CONNECTIONS = 200;

	private final Mailbox mailbox;

	private final SMTPServer server;

	SmtpCatcher(Mailbox mailbox, InetAddress address, int port) {
		this.mailbox = mailbox;
		this.server = SMTPServer.port(port)
			.bindAddress(address)
			.hostName("localhost")
			.softwareName("mail catcher")
			.maxRecipients(1)
			.maxMessageSize(LARGEST_MAIL)
			.maxConnections(MOST_CONNECTIONS)
			.executorService(Executors.newVirtualThreadPerTaskExecutor())
			.messageHandler(this::keep)
			.build();
		this.server.start();
	}

	int port() {
		return this.server.getPortAllocated();
	}

	void stop() {
		this.server.stop();
	}

	/** The 250 is sent when this returns. */
	private void keep(MessageContext context, String from, String to, byte[] data) throws RejectException {
		try {
			this.mailbox.keep(from, to, data);
		}
		catch (IOException ex) {
			throw new RejectException(451, "The mail could not be written to disk");
		}
	}

}
