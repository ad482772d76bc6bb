package recruitment.booking.booking;

/**
 * The answer to a request to book.
 *
 * @param replayed whether an earlier request with the same key made the booking
 */
record Booked(BookingView booking, boolean replayed) {
}
