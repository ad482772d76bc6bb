package recruitment.platform.web;

import java.util.function.IntPredicate;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;
import recruitment.platform.privacy.Pii;

/** Checks {@link PlainText}. */
class PlainTextValidator {

	private static final String DIRECTION = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

	private final PlainText rule;

	PlainTextValidator(PlainText rule) {
		this.rule = rule;
	}

	boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
		String stripped = (text != null) ? text.strip() : "";
		if (stripped.isEmpty()) {
			return this.rule.optional();
		}
		if (stripped.codePointCount(0, stripped.length()) > this.rule.max()) {
			return refuse(context, "Use %d characters or fewer".formatted(this.rule.max()));
		}
		IntPredicate allowedBreak = (character) -> this.rule.lines() && "\r\n\t".indexOf(character) >= 0;
		if (!stripped.codePoints().allMatch((character) -> isPlain(character) || allowedBreak.test(character))) {
			return refuse(context, "Take out line breaks, tabs and characters that cannot be seen");
		}
		return true;
	}

	private static boolean isPlain(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE,
					Character.UNASSIGNED ->
				false;
			default -> DIRECTION.indexOf(character) < 0;
		};
	}

	static boolean refuse(ConstraintValidatorContext context, String message) {
		context.disableDefaultConstraintViolation();
		context.buildConstraintViolationWithTemplate(message).addConstraintViolation();
		return false;
	}

	public static final class OfText implements ConstraintValidator<PlainText, CharSequence> {

		@SuppressWarnings("NullAway.Init")
		private PlainTextValidator validator;

		@Override
		public void initialize(PlainText rule) {
			this.validator = new PlainTextValidator(rule);
		}

		@Override
		public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
			return this.validator.isValid((text != null) ? text.toString() : null, context);
		}

	}

	public static final class OfPii implements ConstraintValidator<PlainText, Pii> {

		@SuppressWarnings("NullAway.Init")
		private PlainTextValidator validator;

		@Override
		public void initialize(PlainText rule) {
			this.validator = new PlainTextValidator(rule);
		}

		@Override
		public boolean isValid(@Nullable Pii text, ConstraintValidatorContext context) {
			return this.validator.isValid((text != null) ? text.value() : null, context);
		}

	}

}
