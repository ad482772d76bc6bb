package recruitment.booking.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import recruitment.booking.evening.EveningFacts;
import recruitment.booking.evening.Evenings;
import recruitment.platform.error.Problem;

import org.springframework.stereotype.Service;

/** Takes requests to book. */
@Service
class BookingService {

	private final Evenings evenings;

	private final PersonKeys personKeys;

	private final Placing placing;

	private final BookingMeter meter;

	private final Clock clock;

	BookingService(Evenings evenings, PersonKeys personKeys, Placing placing, BookingMeter meter, Clock clock) {
		this.evenings = evenings;
		this.personKeys = personKeys;
		this.placing = placing;
		this.meter = meter;
		this.clock = clock;
	}

	/**
	 * Books a place. The same key with the same request gives the same booking, however
	 * often it comes.
	 * @param key 16 to 128 visible ASCII characters
	 * @param request valid
	 * @throws Problem 404 no such evening; 409 {@code evening-full},
	 * {@code evening-closed}, {@code already-booked}, {@code in-progress} or {@code busy}
	 * or {@code try-again} (with a new key); 422 the key came with another request
	 */
	Booked book(UUID eveningId, String key, BookingRequest request, Channel channel) {
		EveningFacts evening = this.evenings.facts(eveningId);
		Instant now = this.clock.instant();
		BookingRequest asked = request.stripped();
		Person person = new Person(this.personKeys.of(asked.email(), asked.name()), asked.name(), asked.email(),
				asked.phone(), List.of(Consent.recruitmentUpdates(asked.wantsUpdates(), now, channel)));
		Booking booking = Booking.confirmed(Booking.idOf(eveningId, key), this.personKeys.fingerprint(asked), asked,
				person, evening, channel, now);
		return this.meter.count(channel, () -> this.placing.place(booking, now));
	}

}
