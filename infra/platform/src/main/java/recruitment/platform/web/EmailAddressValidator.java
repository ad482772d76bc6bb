package recruitment.platform.web;

import java.util.regex.Pattern;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;
import recruitment.platform.privacy.Pii;

/** Checks {@link EmailAddress}; nothing at all is not an address. */
final class EmailAddressValidator {

	private static final int LONGEST = 254;

	private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";

	private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

	/** The last label has a letter, so that an IP address is none. */
	private static final Pattern ADDRESS = Pattern
		.compile("(?=[^@]{1,64}@)" + ATOM + "(?:\\." + ATOM + ")*@(?:" + LABEL + "\\.)+(?=[0-9-]*[A-Za-z])" + LABEL);

	private EmailAddressValidator() {
	}

	static boolean isAddress(@Nullable String text) {
		String stripped = (text != null) ? text.strip() : "";
		return stripped.length() <= LONGEST && ADDRESS.matcher(stripped).matches();
	}

	public static final class OfText implements ConstraintValidator<EmailAddress, CharSequence> {

		@Override
		public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
			return isAddress((text != null) ? text.toString() : null);
		}

	}

	public static final class OfPii implements ConstraintValidator<EmailAddress, Pii> {

		@Override
		public boolean isValid(@Nullable Pii text, ConstraintValidatorContext context) {
			return isAddress((text != null) ? text.value() : null);
		}

	}

}
