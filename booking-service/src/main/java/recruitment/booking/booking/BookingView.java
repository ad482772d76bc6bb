package recruitment.booking.booking;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import recruitment.booking.evening.EveningFacts;

/**
 * A booking as whoever has its address may see it: no personal data.
 *
 * @param id stands in the address
 */
record BookingView(@JsonIgnore UUID id, String reference, BookingStatus status, EveningFacts evening) {

	static BookingView of(Booking booking) {
		return new BookingView(booking.id(), booking.reference(), booking.status(), booking.evening());
	}

}
