package recruitment.notification.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentLinkedDeque;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import org.jspecify.annotations.Nullable;

import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Connections to the provider, kept open from one message to the next. */
class Connections {

	/** Providers close idle connections after some minutes, some after one. */
	private static final Duration IDLE = Duration.ofSeconds(30);

	private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();

	private final JavaMailSenderImpl provider;

	private final Clock clock;

	Connections(JavaMailSenderImpl provider, Clock clock) {
		this.provider = provider;
		this.clock = clock;
	}

	/** One that answers, of those kept open, or a new one. */
	Transport take() throws MessagingException {
		Instant oldest = this.clock.instant().minus(IDLE);
		for (Idle last = this.idle.pollLast(); last != null; last = this.idle.pollLast()) {
			if (last.since().isAfter(oldest) && last.transport().isConnected()) {
				return last.transport();
			}
			close(last.transport());
		}
		Transport transport = this.provider.getSession().getTransport("smtp");
		transport.connect(this.provider.getHost(), this.provider.getPort(), this.provider.getUsername(),
				this.provider.getPassword());
		return transport;
	}

	void keep(Transport transport) {
		this.idle.addLast(new Idle(transport, this.clock.instant()));
	}

	/** Closes those that have been idle for too long. */
	void closeIdle() {
		Instant oldest = this.clock.instant().minus(IDLE);
		for (Idle first = this.idle.pollFirst(); first != null; first = this.idle.pollFirst()) {
			if (first.since().isAfter(oldest)) {
				this.idle.addFirst(first);
				return;
			}
			close(first.transport());
		}
	}

	void closeAll() {
		for (Idle next = this.idle.poll(); next != null; next = this.idle.poll()) {
			close(next.transport());
		}
	}

	static void close(@Nullable Transport transport) {
		if (transport == null) {
			return;
		}
		try {
			transport.close();
		}
		catch (MessagingException ex) {
			// it is closed all the same
		}
	}

	private record Idle(Transport transport, Instant since) {
	}

}
