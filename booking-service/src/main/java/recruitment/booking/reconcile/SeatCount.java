package recruitment.booking.reconcile;

/**
 * Seats by what is known of them.
 *
 * @param free nobody holds them
 * @param held taken, without a booking that stands
 * @param confirmed taken, with one
 * @param drift on which ledger and bookings disagree though nothing moves
 */
record SeatCount(long free, long held, long confirmed, long drift) {

	static final SeatCount NONE = new SeatCount(0, 0, 0, 0);

	static final SeatCount HELD = new SeatCount(0, 1, 0, 0);

	static final SeatCount CONFIRMED = new SeatCount(0, 0, 1, 0);

	SeatCount plus(SeatCount other) {
		return new SeatCount(this.free + other.free, this.held + other.held, this.confirmed + other.confirmed,
				this.drift + other.drift);
	}

	SeatCount withDrift(long drift) {
		return new SeatCount(this.free, this.held, this.confirmed, drift);
	}

}
