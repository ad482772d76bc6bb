package recruitment.booking.evening;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import recruitment.booking.seating.SeatLedger;

/** What the public is told about the seats of an evening. */
public enum Availability {

	/** There are seats. */
	OPEN("open"),
	/** A tenth of the seats are left, or fewer, or just one. */
	FEW("few"),
	/** None are left. */
	FULL("full"),
	/** Cancelled, or outside the booking hours. */
	CLOSED("closed");

	private final String text;

	Availability(String text) {
		this.text = text;
	}

	@JsonValue
	public String text() {
		return this.text;
	}

	/**
	 * @param ledger missing for a moment after an evening is published
	 */
	static Availability of(Evening evening, @Nullable SeatLedger ledger, Instant now) {
		if (evening.status() != EveningStatus.PUBLISHED || now.isBefore(evening.plan().opens())
				|| !now.isBefore(evening.plan().closes())) {
			return CLOSED;
		}
		if (ledger == null) {
			return OPEN;
		}
		if (!ledger.isOpen(now)) {
			return CLOSED;
		}
		if (ledger.free() == 0) {
			return FULL;
		}
		return (ledger.free() <= Math.max(1, ledger.capacity() / 10)) ? FEW : OPEN;
	}

}
