package recruitment.platform.security;

import java.util.Base64;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/** Secrets from the configuration: at least 32 random bytes, written in hex or base64. */
public final class Secret {

	private static final int LEAST_BYTES = 32;

	private Secret() {
	}

	/**
	 * The bytes of a secret. Text of hex digits alone is hex, everything else base64.
	 * @param property its name in the configuration, for the sentence that refuses it
	 * @throws IllegalArgumentException when the text is missing, cannot be decoded or is
	 * too short; never with the text itself
	 */
	public static byte[] decode(String property, @Nullable String text) {
		byte[] secret = bytes(property, (text != null) ? text.strip() : "");
		if (secret.length < LEAST_BYTES) {
			throw new IllegalArgumentException("%s must be at least %d random bytes in hex or base64, but has %d"
				.formatted(property, LEAST_BYTES, secret.length));
		}
		return secret;
	}

	private static byte[] bytes(String property, String text) {
		try {
			boolean hex = text.length() % 2 == 0 && text.chars().allMatch(HexFormat::isHexDigit);
			return hex ? HexFormat.of().parseHex(text) : Base64.getDecoder().decode(text);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("%s is neither hex nor base64".formatted(property));
		}
	}

}
