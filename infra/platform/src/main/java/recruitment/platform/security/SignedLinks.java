package recruitment.platform.security;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Tokens that let whoever holds them do one thing to one subject until they expire: the
 * cancel link of a booking. The secret is shared by the service that writes the link and
 * the one that honours it.
 * <p>
 * A token is {@code <payload>.<signature>} in base64url: the payload is the end in epoch
 * seconds (8 bytes) and the subject, the signature HMAC-SHA256 over purpose and payload.
 * It hides nothing: the subject can be read by its holder.
 */
public class SignedLinks {

	private static final String ALGORITHM = "HmacSHA256";

	private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

	private final SecretKeySpec key;

	private final Clock clock;

	/**
	 * @param secret see {@link Secret}
	 */
	public SignedLinks(byte[] secret, Clock clock) {
		this.key = new SecretKeySpec(secret, ALGORITHM);
		this.clock = clock;
	}

	/**
	 * @param purpose what the link is for, {@code cancel-booking}
	 * @param subject what it is about
	 * @param until when it ends, to the second
	 * @return characters that are safe in a URL path
	 */
	public String sign(String purpose, String subject, Instant until) {
		byte[] text = subject.getBytes(UTF_8);
		byte[] payload = ByteBuffer.allocate(Long.BYTES + text.length)
			.putLong(until.getEpochSecond())
			.put(text)
			.array();
		return BASE64.encodeToString(payload) + "." + BASE64.encodeToString(hmac(purpose, payload));
	}

	/** The subject of a token that is genuine, for this purpose, and not expired. */
	public Optional<String> verify(String purpose, String token) {
		try {
			String encoded = token.substring(0, Math.max(token.indexOf('.'), 0));
			ByteBuffer payload = ByteBuffer.wrap(Base64.getUrlDecoder().decode(encoded));
			Instant until = Instant.ofEpochSecond(payload.getLong());
			String subject = UTF_8.decode(payload).toString();
			// signing again and comparing whole leaves one spelling of a token, and no
			// time to measure
			boolean genuine = MessageDigest.isEqual(sign(purpose, subject, until).getBytes(UTF_8),
					token.getBytes(UTF_8));
			return (genuine && this.clock.instant().isBefore(until)) ? Optional.of(subject) : Optional.empty();
		}
		catch (IllegalArgumentException | BufferUnderflowException | DateTimeException ex) {
			return Optional.empty();
		}
	}

	private byte[] hmac(String purpose, byte[] payload) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			mac.update(purpose.getBytes(UTF_8));
			mac.update((byte) 0);
			return mac.doFinal(payload);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every JDK has " + ALGORITHM, ex);
		}
	}

}
