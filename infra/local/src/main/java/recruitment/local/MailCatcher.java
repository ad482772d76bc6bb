package recruitment.local;

import java.nio.file.Path;
import java.util.List;

/** The SMTP server that keeps every message, with its inbox page. */
public final class MailCatcher extends Part {

	private final int smtpPort;

	private final int httpPort;

	private final Path data;

	MailCatcher(Ports ports, Path data) {
		super("smtp", data);
		this.smtpPort = ports.of(2525);
		this.httpPort = ports.of(8025);
		this.data = data.resolve("mail");
	}

	public int smtpPort() {
		return this.smtpPort;
	}

	/** The inbox page. */
	public String httpUrl() {
		return "http://localhost:" + this.httpPort;
	}

	@Override
	public List<Integer> ports() {
		return List.of(this.smtpPort, this.httpPort);
	}

	@Override
	public String address() {
		return "smtp://127.0.0.1:%d, inbox %s".formatted(this.smtpPort, httpUrl());
	}

	/** What it is, for people. */
	public String kind() {
		return "a catcher that keeps every mail on this machine";
	}

	@Override
	List<String> command() {
		return childCommand(List.of("-Xms24m", "-Xmx128m"), "recruitment.local.mail.MailMain", "--smtp", this.smtpPort,
				"--http", this.httpPort, "--data", this.data);
	}

}
