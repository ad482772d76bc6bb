package recruitment.candidate.candidate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import org.jspecify.annotations.Nullable;
import recruitment.platform.inbox.Incoming;
import recruitment.platform.privacy.Pii;

/** News as tests need them: the history of one booking, event by event. */
final class Heard {

	static final Instant NOON = Instant.parse("2026-01-22T12:00:00Z");

	private static final UUID EVENING = UUID.fromString("6b1f6f0e-6f3c-4d1e-9a53-0c0f1e7a2d11");

	private static final String REFERENCE = "K7MQ-4XWD";

	private final String personKey;

	private final UUID booking;

	private final String name;

	private final String email;

	private Heard(String personKey, UUID booking, String name, String email) {
		this.personKey = personKey;
		this.booking = booking;
		this.name = name;
		this.email = email;
	}

	static Heard of(String person, String booking) {
		String key = UuidCreator.getNameBasedSha1(EVENING, person).toString().replace("-", "").repeat(2);
		return new Heard(key, UuidCreator.getNameBasedSha1(EVENING, person + booking), "Sam Sample", "sam@example.org");
	}

	Heard named(String name) {
		return new Heard(this.personKey, this.booking, name, this.email);
	}

	Heard at(String email) {
		return new Heard(this.personKey, this.booking, this.name, email);
	}

	Incoming<BookingNews> confirmed(long sequence, Duration afterNoon) {
		return news("confirmed", sequence, afterNoon,
				new BookingNews.Confirmed(booking("CONFIRMED"), evening(), person(null)));
	}

	Incoming<BookingNews> confirmedWithPhone(long sequence, Duration afterNoon, String phone) {
		return news("confirmed", sequence, afterNoon,
				new BookingNews.Confirmed(booking("CONFIRMED"), evening(), person(phone)));
	}

	Incoming<BookingNews> eveningChanged(long sequence, Duration afterNoon) {
		return news("evening-changed", sequence, afterNoon,
				new BookingNews.EveningChanged(booking("CONFIRMED"), evening(), person(null)));
	}

	Incoming<BookingNews> cancelled(long sequence, Duration afterNoon) {
		return news("cancelled", sequence, afterNoon,
				new BookingNews.Cancelled(booking("CANCELLED"), evening(), person(null)));
	}

	UUID candidate() {
		return Candidate.idOf(this.personKey);
	}

	UUID booking() {
		return this.booking;
	}

	private Incoming<BookingNews> news(String what, long sequence, Duration afterNoon, BookingNews event) {
		UUID id = UuidCreator.getNameBasedSha1(this.booking, what + sequence);
		return new Incoming<>(id, "recruitment.booking." + what + ".v1", this.booking.toString(), sequence,
				NOON.plus(afterNoon), event);
	}

	private BookingNews.Booking booking(String status) {
		return new BookingNews.Booking(this.booking, REFERENCE, status, NOON);
	}

	private static BookingNews.Evening evening() {
		return new BookingNews.Evening(EVENING, "Information evening", NOON.plus(Duration.ofDays(17)), "Europe/London");
	}

	private Person person(@Nullable String phone) {
		return new Person(this.personKey, new Pii(this.name), new Pii(this.email),
				(phone != null) ? new Pii(phone) : null, List.of());
	}

}
