package recruitment.booking.seating;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;

/**
 * The seats of one evening, in one document, so that one update decides who gets the last
 * of them. Holds no personal data. See infra/docs/protocols.md, section 2.
 * <p>
 * Always: {@code free + seats = capacity}, and no person twice.
 *
 * @param id of the evening
 * @param opens first instant of booking
 * @param closes first instant after booking
 * @param free seats that nobody holds
 * @param waiting who waits for a seat; nobody takes one past them
 * @param changed last change, for the reconciler
 * @param v grows with each change
 */
@Document("ledgers")
public record SeatLedger(UUID id, State state, Instant opens, Instant closes, int capacity, int free, List<Entry> seats,
		@Field("wait") List<Entry> waiting, Instant changed, long v) {

	/** Most seats of one evening: the ledger is one document, rewritten with each. */
	public static final int LARGEST = 1000;

	public boolean isOpen(Instant now) {
		return this.state == State.OPEN && !now.isBefore(this.opens) && now.isBefore(this.closes);
	}

	public Optional<Entry> seatOf(UUID bookingId) {
		return this.seats.stream().filter((entry) -> entry.b().equals(bookingId)).findFirst();
	}

	public Optional<Entry> seatOf(String personKey) {
		return this.seats.stream().filter((entry) -> entry.c().equals(personKey)).findFirst();
	}

	/**
	 * One seat taken.
	 *
	 * @param b booking id
	 * @param c person key
	 * @param at when it was taken
	 */
	public record Entry(UUID b, String c, Instant at) {
	}

	/** Whether seats can be taken. */
	public enum State {

		/** Within the booking hours. */
		OPEN,
		/** The evening is being cancelled, and its bookings with it. */
		CLOSING,
		/** Nobody holds a seat, and nobody will. */
		CLOSED

	}

}
