package recruitment.booking.booking;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import recruitment.booking.evening.SomeEvening;
import recruitment.platform.privacy.Pii;

import static recruitment.booking.evening.SomeEvening.NOW;

/** Bookings for tests. */
final class SomeBooking {

	static final PersonKeys KEYS = new PersonKeys(new byte[32]);

	private SomeBooking() {
	}

	static BookingRequest request() {
		return request("Sam Sample", "sam@example.org", null);
	}

	static BookingRequest request(String name, String email, @Nullable String adjustments) {
		return new BookingRequest(new Pii(name), new Pii(email), new Pii("01632 960001"), "A friend",
				(adjustments != null) ? new Pii(adjustments) : null, true);
	}

	static Booking unconfirmed(BookingRequest request) {
		UUID id = Booking.idOf(SomeEvening.facts(1).id(), "0123456789abcdef");
		Person person = new Person(KEYS.of(request.email(), request.name()), request.name(), request.email(),
				request.phone(), List.of(Consent.recruitmentUpdates(true, NOW, Channel.WEB)));
		return Booking.confirmed(id, KEYS.fingerprint(request), request, person, SomeEvening.facts(1), Channel.WEB,
				NOW);
	}

	static Booking confirmed() {
		Booking booking = unconfirmed(request());
		booking.confirm("K7MQ-4XWD");
		return booking;
	}

}
