package recruitment.booking.booking;

import java.time.Clock;
import java.util.UUID;

import recruitment.booking.booking.BookingEvent.By;
import recruitment.booking.seating.SeatLedgerStore;
import recruitment.platform.error.Problem;
import recruitment.platform.security.SignedLinks;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Cancels bookings: the booking with its event first, then its seat. Cancelling twice is
 * cancelling once.
 */
@Service
public class Cancellations {

	/** What a link in a mail is for. Its subject is the booking's id. */
	private static final String PURPOSE = "cancel-booking";

	private final Bookings bookings;

	private final SeatLedgerStore seats;

	private final SignedLinks links;

	private final Clock clock;

	Cancellations(Bookings bookings, SeatLedgerStore seats, SignedLinks links, Clock clock) {
		this.bookings = bookings;
		this.seats = seats;
		this.links = links;
		this.clock = clock;
	}

	/**
	 * The booking that a link would cancel.
	 * @throws Problem 404 {@code link-unknown} when the link is not ours, or the evening
	 * has begun
	 */
	BookingView ofLink(String token) {
		return this.bookings.view(bookingOf(token));
	}

	/**
	 * Cancels by the link in a mail.
	 * @throws Problem as {@link #ofLink}
	 */
	BookingView byLink(String token) {
		return cancel(bookingOf(token), By.PERSON);
	}

	BookingView byStaff(UUID id) {
		this.bookings.view(id);
		return cancel(id, By.STAFF);
	}

	/** Cancels because the evening is cancelled. */
	public void withEvening(UUID id) {
		cancel(id, By.EVENING);
	}

	private BookingView cancel(UUID id, By by) {
		Booking booking = this.bookings.append(id, (current) -> current.cancel(by, this.clock.instant()));
		this.seats.release(booking.evening().id(), id);
		return BookingView.of(booking);
	}

	private UUID bookingOf(String token) {
		return this.links.verify(PURPOSE, token)
			.map(UUID::fromString)
			.orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "link-unknown",
					"This link has ended or is not complete. Please use the whole link from your newest e-mail."));
	}

}
