package recruitment.booking.booking;

import java.util.random.RandomGenerator;

/**
 * What a person reads out to name a booking: {@code K7MQ-4XWD}. Eight of 32 characters
 * that are not taken for one another (no 0, O, 1, I), about 10<sup>12</sup> in all.
 */
final class BookingReference {

	private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

	private BookingReference() {
	}

	static String draw(RandomGenerator random) {
		StringBuilder text = new StringBuilder();
		for (int place = 0; place < 8; place++) {
			if (place == 4) {
				text.append('-');
			}
			text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
		}
		return text.toString();
	}

}
