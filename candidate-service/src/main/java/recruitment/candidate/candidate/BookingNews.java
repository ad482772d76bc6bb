package recruitment.candidate.candidate;

import java.time.Instant;
import java.util.UUID;

import recruitment.platform.event.EventType;
import recruitment.platform.event.PublishedTo;

/**
 * What this service hears of bookings. Every event carries the whole booking, so a later
 * one stands in for an earlier one that is missing.
 */
@PublishedTo("booking-events")
sealed interface BookingNews {

	Booking booking();

	Evening evening();

	Person person();

	@EventType("recruitment.booking.confirmed.v1")
	record Confirmed(Booking booking, Evening evening, Person person) implements BookingNews {
	}

	@EventType("recruitment.booking.cancelled.v1")
	record Cancelled(Booking booking, Evening evening, Person person) implements BookingNews {
	}

	@EventType("recruitment.booking.evening-changed.v1")
	record EveningChanged(Booking booking, Evening evening, Person person) implements BookingNews {
	}

	@EventType("recruitment.booking.confirmation-requested.v1")
	record ConfirmationRequested(Booking booking, Evening evening, Person person) implements BookingNews {
	}

	/**
	 * @param status as booking-service names it; more may come
	 * @param at when the booking was accepted
	 */
	record Booking(UUID id, String reference, String status, Instant at) {
	}

	/**
	 * @param zone IANA name; the evening is told in this zone
	 */
	record Evening(UUID id, String title, Instant start, String zone) {
	}

}
