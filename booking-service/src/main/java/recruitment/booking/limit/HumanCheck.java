package recruitment.booking.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import recruitment.platform.error.Problem;
import recruitment.platform.security.SignedLinks;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Asks forms to be sent once more that look as if a program had filled them in: a field
 * that people do not see has something in it, or the form came back faster than anybody
 * types, or was never fetched.
 * <p>
 * All of that can happen to a person, with a browser that fills in what it knows or a
 * page that was open since yesterday. So nobody is turned away, and nobody is told that
 * all went well when it did not: the form comes back with its answers, and sending it
 * again books. Programs that post and go on do not come back; those that do are for the
 * {@link Limits}.
 */
@Component
public class HumanCheck {

	private static final String PURPOSE = "booking-form";

	/** A form that lay open longer is sent twice. */
	private static final Duration LONGEST = Duration.ofDays(1);

	private final SignedLinks signatures;

	private final LimitSettings settings;

	private final MeterRegistry meters;

	private final Clock clock;

	HumanCheck(SignedLinks signatures, LimitSettings settings, MeterRegistry meters, Clock clock) {
		this.signatures = signatures;
		this.settings = settings;
		this.meters = meters;
		this.clock = clock;
	}

	/** Says, signed, that the form with this key was opened now. */
	public String opened(String key) {
		Instant now = this.clock.instant();
		return this.signatures.sign(PURPOSE, now.toEpochMilli() + " " + key, now.plus(LONGEST));
	}

	/** The same for a form that is shown once more: it was opened when it says so. */
	public String openedAgain(String key, @Nullable String opened) {
		return (opened != null && when(key, opened).isPresent()) ? opened : opened(key);
	}

	/**
	 * @param opened what {@link #opened} has said when the form was made
	 * @param unseen what came in the field that people do not see
	 * @throws Problem 429 {@code send-again}
	 */
	public void require(String key, @Nullable String opened, @Nullable String unseen) {
		if (unseen != null && !unseen.isEmpty()) {
			throw sendAgain("unseen");
		}
		if (this.settings.fillTime().isZero()) {
			return;
		}
		Instant earliest = this.clock.instant().minus(this.settings.fillTime());
		if (when(key, (opened != null) ? opened : "").filter((time) -> !time.isAfter(earliest)).isEmpty()) {
			throw sendAgain("fill-time");
		}
	}

	private Optional<Instant> when(String key, String opened) {
		return this.signatures.verify(PURPOSE, opened)
			.map((subject) -> subject.split(" ", 2))
			.filter((parts) -> parts[1].equals(key))
			.map((parts) -> Instant.ofEpochMilli(Long.parseLong(parts[0])));
	}

	private Problem sendAgain(String limit) {
		this.meters.counter("recruit.rate.limited", "limit", limit).increment();
		return Problem
			.of(HttpStatus.TOO_MANY_REQUESTS, "send-again", "Please check your answers and send the form again.")
			.retryAfter(this.settings.fillTime().plusSeconds(1));
	}

}
