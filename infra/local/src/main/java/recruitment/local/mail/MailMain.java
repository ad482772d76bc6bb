package recruitment.local.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;

import recruitment.local.child.Options;

/**
 * Runs the mail catcher: {@code --smtp N --http N --data DIR [--bind 127.0.0.1]}. Port 0
 * takes a free one.
 * <p>
 * Prints {@code ready <smtp> <http>} on standard output when it takes mail and shows it.
 * Ends with status 1 and one sentence on standard error when it cannot. Mails are files
 * in the folder: what was acknowledged survives SIGKILL.
 */
public final class MailMain {

	private MailMain() {
	}

	public static void main(String[] args) {
		Options options = new Options(args);
		Path data = Path.of(options.text("data"));
		try {
			InetAddress address = InetAddress.getByName(options.text("bind", "127.0.0.1"));
			Mailbox mailbox = new Mailbox(data, Clock.systemUTC());
			InboxServer inbox = new InboxServer(mailbox, address, options.number("http"));
			SmtpCatcher catcher = new SmtpCatcher(mailbox, address, options.number("smtp"));
			Runtime.getRuntime().addShutdownHook(new Thread(catcher::stop, "mail-shutdown"));
			System.out.println("ready " + catcher.port() + " " + inbox.port());
		}
		catch (IOException | RuntimeException ex) {
			Options.refuse("The mail catcher cannot start with " + data.toAbsolutePath() + ", SMTP port "
					+ options.text("smtp") + " and inbox port " + options.text("http") + ": " + ex.getMessage());
		}
	}

}
