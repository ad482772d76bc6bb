package recruitment.platform.security;

import java.time.Instant;
import java.util.Optional;

/**
 * Tokens that let whoever holds them do one thing to one subject until they expire: the
 * cancel link of a booking. The secret is shared by the service that writes the link and
 * the one that honours it.
 */
public class SignedLinks {

	/**
	 * @param purpose what the link is for, {@code cancel-booking}
	 * @param subject what it is about
	 * @param until when it ends
	 * @return characters that are safe in a URL path
	 */
	public String sign(String purpose, String subject, Instant until) {
		throw new UnsupportedOperationException();
	}

	/** The subject of a token that is genuine, for this purpose, and not expired. */
	public Optional<String> verify(String purpose, String token) {
		throw new UnsupportedOperationException();
	}

}
