package recruitment.notification.intent;

import java.util.UUID;

import recruitment.notification.calendar.Evening;
import recruitment.platform.event.EventType;
import recruitment.platform.event.PublishedTo;
import recruitment.platform.privacy.Pii;

/** What we hear about bookings. */
@PublishedTo("booking-events")
sealed interface BookingNews {

	Booking booking();

	Evening evening();

	Person person();

	/** A place is booked. */
	@EventType("recruitment.booking.confirmed.v1")
	record Confirmed(Booking booking, Evening evening, Person person) implements BookingNews {
	}

	/** The person asked for the confirmation again. */
	@EventType("recruitment.booking.confirmation-requested.v1")
	record ConfirmationRequested(Booking booking, Evening evening, Person person) implements BookingNews {
	}

	/** The evening has other facts now: these. */
	@EventType("recruitment.booking.evening-changed.v1")
	record EveningChanged(Booking booking, Evening evening, Person person) implements BookingNews {
	}

	/**
	 * The place is given up, for ever.
	 *
	 * @param by {@code person}, {@code staff} or {@code evening}
	 */
	@EventType("recruitment.booking.cancelled.v1")
	record Cancelled(Booking booking, Evening evening, Person person, String by) implements BookingNews {
	}

	record Booking(UUID id, String reference) {
	}

	record Person(Pii name, Pii email) {
	}

}
