package recruitment.booking.booking;

import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import recruitment.platform.privacy.Pii;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Names a person without telling who it is: HMAC-SHA256 over e-mail address and full
 * name. One address may serve a family, one person holds one place; who has not the
 * secret can neither compute a key nor guess whom it stands for. See
 * infra/docs/protocols.md, section 2.
 */
class PersonKeys {

	private static final String ALGORITHM = "HmacSHA256";

	private final SecretKeySpec secret;

	/**
	 * @param secret at least 32 bytes
	 */
	PersonKeys(byte[] secret) {
		this.secret = new SecretKeySpec(secret, ALGORITHM);
	}

	/** 64 hex digits, the same however address and name are spaced or cased. */
	String of(Pii email, Pii name) {
		return hmac("person\n" + normal(email.value()) + "\n" + normal(name.value()));
	}

	/** Tells two requests apart that come with the same key. */
	String fingerprint(BookingRequest request) {
		StringBuilder text = new StringBuilder("request");
		request.values().forEach((value) -> text.append('\n').append(value.length()).append(':').append(value));
		return hmac(text.toString());
	}

	/**
	 * One spelling of what people take for the same: compatibility forms (NFKC), upper
	 * and lower case, white space. Dots and plus signs of an address are left as they
	 * are: what they mean is its provider's business.
	 */
	private static String normal(String text) {
		String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
		String folded = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
		return Normalizer.normalize(folded, Normalizer.Form.NFKC).replaceAll("(?U)\\s+", " ").strip();
	}

	private String hmac(String text) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.secret);
			return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every JDK has " + ALGORITHM, ex);
		}
	}

}
