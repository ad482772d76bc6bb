package recruitment.booking.booking;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitment.booking.seating.SeatLedger;
import recruitment.booking.seating.SeatLedgerStore;
import recruitment.platform.error.Problem;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Brings a booking to its place: the seat first, then the booking with its event. See
 * infra/docs/protocols.md, section 2, for the steps and for what each crash leaves.
 */
@Component
class Placing {

	private static final Logger log = LoggerFactory.getLogger(Placing.class);

	/** How often somebody else may get in between. */
	private static final int ATTEMPTS = 10;

	private static final Duration A_MOMENT = Duration.ofSeconds(1);

	private final SecureRandom random = new SecureRandom();

	private final SeatLedgerStore seats;

	private final Bookings bookings;

	Placing(SeatLedgerStore seats, Bookings bookings) {
		this.seats = seats;
		this.bookings = bookings;
	}

	Booked place(Booking booking, Instant now) {
		UUID evening = booking.evening().id();
		String person = booking.person().key();
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			if (this.seats.take(evening, booking.id(), person)) {
				return insert(booking);
			}
			Optional<Booking> known = this.bookings.find(booking.id());
			if (known.isPresent()) {
				return replay(known.get(), booking);
			}
			SeatLedger ledger = this.seats.find(evening).orElseThrow(Placing::crowded);
			Optional<SeatLedger.Entry> ours = ledger.seatOf(booking.id());
			if (ours.isPresent() && !ours.get().c().equals(person)) {
				throw keyReused();
			}
			if (ours.isPresent() && ledger.state() == SeatLedger.State.OPEN) {
				return insert(booking);
			}
			Optional<SeatLedger.Entry> other = ledger.seatOf(person);
			if (other.isPresent()) {
				releaseIfFinal(evening, other.get().b(), now);
			}
			else if (!ledger.isOpen(now)) {
				throw Problem.of(HttpStatus.CONFLICT, "evening-closed", "Booking for this evening is closed.");
			}
			else if (ledger.free() == 0) {
				throw Problem.of(HttpStatus.CONFLICT, "evening-full", "All places at this evening are taken.");
			}
		}
		throw crowded();
	}

	private Booked insert(Booking booking) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			try {
				return new Booked(BookingView.of(this.bookings.insert(booking, BookingReference.draw(this.random))),
						false);
			}
			catch (DuplicateKeyException ex) {
				Optional<Booking> known = this.bookings.find(booking.id());
				if (known.isPresent()) {
					return replay(known.get(), booking);
				}
				UUID evening = booking.evening().id();
				if (this.bookings.holdsPlace(evening, booking.person().key())) {
					log.error("The ledger of evening {} gave a second seat to one person; taken back", evening);
					this.seats.release(evening, booking.id());
					throw alreadyBooked();
				}
				// otherwise the reference is in use: draw another
			}
		}
		throw crowded();
	}

	/** The answer that the first request with this key got, with what it has become. */
	private Booked replay(Booking known, Booking repeated) {
		if (known.status().isFinal()) {
			this.seats.release(repeated.evening().id(), known.id());
		}
		if (known.status() == BookingStatus.ABANDONED) {
			throw Problem.of(HttpStatus.CONFLICT, "try-again",
					"This request was interrupted and given up. Please send it again with a new Idempotency-Key.");
		}
		if (!known.isSameRequestAs(repeated)) {
			throw keyReused();
		}
		return new Booked(BookingView.of(known), true);
	}

	/** The person holds a seat by another request: given back, or told of. */
	private void releaseIfFinal(UUID evening, UUID otherId, Instant now) {
		Booking other = this.bookings.find(otherId)
			.orElseThrow(() -> Problem
				.of(HttpStatus.CONFLICT, "in-progress", "Another request of yours is under way. Please wait a moment.")
				.retryAfter(A_MOMENT));
		if (!other.status().isFinal()) {
			this.bookings.append(otherId, (booking) -> booking.requestConfirmation(now));
			throw alreadyBooked();
		}
		this.seats.release(evening, otherId);
	}

	private static Problem alreadyBooked() {
		return Problem.of(HttpStatus.CONFLICT, "already-booked",
				"You hold a place at this evening already. We have sent the confirmation to your address.");
	}

	private static Problem keyReused() {
		return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "key-reused",
				"This Idempotency-Key came with another request. Please send this one with a new key.");
	}

	private static Problem crowded() {
		return Problem.of(HttpStatus.CONFLICT, "busy", "Others were booking at the same moment. Please try again.")
			.retryAfter(A_MOMENT);
	}

}
