package recruitment.notification.intent;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import recruitment.notification.calendar.Evening;
import recruitment.notification.calendar.Evening.Venue;
import recruitment.notification.intent.BookingNews.Booking;
import recruitment.notification.intent.BookingNews.Person;
import recruitment.platform.inbox.Incoming;
import recruitment.platform.privacy.Pii;

/** News as tests need them: about one booking, heard when they were decided. */
record Heard(UUID booking, Instant at, Evening evening, Person person) {

	static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

	static Heard at(Instant at) {
		return new Heard(UuidCreator.getTimeOrderedEpoch(), at, evening("2026-12-09T19:00:00Z", 1),
				new Person(new Pii("Sam Sample"), new Pii("sam@example.org")));
	}

	Heard later(Duration time) {
		return new Heard(this.booking, this.at.plus(time), this.evening, this.person);
	}

	Heard evening(String start) {
		return new Heard(this.booking, this.at, evening(start, this.evening.revision() + 1), this.person);
	}

	Heard email(String address) {
		return new Heard(this.booking, this.at, this.evening, new Person(this.person.name(), new Pii(address)));
	}

	Incoming<BookingNews> confirmed(long sequence) {
		return news("confirmed", sequence, new BookingNews.Confirmed(told(), this.evening, this.person));
	}

	Incoming<BookingNews> confirmationRequested(long sequence) {
		return news("confirmation-requested", sequence,
				new BookingNews.ConfirmationRequested(told(), this.evening, this.person));
	}

	Incoming<BookingNews> eveningChanged(long sequence) {
		return news("evening-changed", sequence, new BookingNews.EveningChanged(told(), this.evening, this.person));
	}

	Incoming<BookingNews> cancelled(long sequence) {
		return news("cancelled", sequence, new BookingNews.Cancelled(told(), this.evening, this.person, "person"));
	}

	private Booking told() {
		return new Booking(this.booking, "K7MQ-4XWD");
	}

	private Incoming<BookingNews> news(String what, long sequence, BookingNews event) {
		return new Incoming<>(UuidCreator.getNameBasedSha1(this.booking, what + sequence),
				"recruitment.booking." + what + ".v1", this.booking.toString(), sequence, this.at, event);
	}

	private static Evening evening(String start, int revision) {
		return new Evening("Information evening", Instant.parse(start), Instant.parse(start).plus(Duration.ofHours(2)),
				ZoneId.of("Europe/London"),
				new Venue("Police Headquarters", "Stanborough Road, Welwyn Garden City", "AL8 6XF", "On site", null),
				revision);
	}

}
