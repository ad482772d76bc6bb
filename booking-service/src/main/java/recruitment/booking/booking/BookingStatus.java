package recruitment.booking.booking;

/** How far a booking has come. */
enum BookingStatus {

	/** Somebody holds a seat. */
	CONFIRMED,
	/** Given up, by the person, by staff or with the evening; final. */
	CANCELLED,
	/**
	 * A seat was taken for it and no booking followed; final, and nobody was ever told of
	 * it.
	 */
	ABANDONED;

	boolean isFinal() {
		return this != CONFIRMED;
	}

}
