package recruitment.booking.limit;

import java.security.Principal;
import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import recruitment.platform.error.Problem;
import recruitment.platform.limit.Mailbox;
import recruitment.platform.privacy.Pii;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Lets requests to book in, until too many have come from one network address or
 * signed-in client, or with one e-mail address. Who is refused is told when to come
 * again, and counted in {@code recruit.rate.limited}.
 * <p>
 * Each instance counts for itself and in memory: with two of them up to twice as many get
 * in, and a restart forgives. That is enough against a flood, which is what this is for;
 * that nobody gets a second place, or the same mail all day, is seen to where it is
 * written down. Where a request comes from is what the servlet container says: addresses
 * that a proxy forwards count only when it is one of ours.
 */
@Component
@EnableConfigurationProperties(LimitSettings.class)
public class Limits {

	private final Limit addresses;

	private final Limit clients;

	private final Limit mailboxes;

	private final MeterRegistry meters;

	Limits(LimitSettings settings, MeterRegistry meters, Clock clock) {
		this.addresses = new Limit(settings.perAddress(), settings, clock);
		this.clients = new Limit(settings.perClient(), settings, clock);
		this.mailboxes = new Limit(settings.perEmail(), settings, clock);
		this.meters = meters;
	}

	/**
	 * @param email that the booking is to be confirmed to
	 * @throws Problem 429 {@code too-many-bookings}
	 */
	public void admit(HttpServletRequest request, Pii email) {
		Principal client = request.getUserPrincipal();
		if (client != null) {
			this.clients.take(client.getName())
				.ifPresent((wait) -> refuse("client", "You have sent many bookings in a short time.", wait));
		}
		else {
			this.addresses.take(NetworkAddress.of(request.getRemoteAddr()))
				.ifPresent((wait) -> refuse("address", "Many bookings have come from your connection.", wait));
		}
		this.mailboxes.take(Mailbox.of(email).value())
			.ifPresent((wait) -> refuse("email", "Many bookings have come with this e-mail address.", wait));
	}

	private void refuse(String limit, String why, Duration wait) {
		this.meters.counter("recruit.rate.limited", "limit", limit).increment();
		long minutes = wait.plusSeconds(59).toMinutes();
		String when = (minutes == 1) ? "a minute" : minutes + " minutes";
		throw Problem
			.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-bookings", "%s Please try again in %s.".formatted(why, when))
			.retryAfter(wait);
	}

}
