package recruitment.platform.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/**
 * Text as a person writes it, in a {@code String} or a
 * {@link recruitment.platform.privacy.Pii}: within a length, and without characters that
 * nobody sees and that break lines, headers or the direction of other text. White space
 * around it does not count; take it off before use. No {@code @NotNull} is needed beside
 * it: unless it is {@link #optional()}, nothing at all is refused too.
 */
@Documented
@Constraint(validatedBy = { PlainTextValidator.OfText.class, PlainTextValidator.OfPii.class })
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE })
public @interface PlainText {

	/** Most characters, as Unicode code points. */
	int max() default 200;

	/** Whether nothing, or white space alone, will do. */
	boolean optional() default false;

	/** Whether line breaks and tabs may stand in it. */
	boolean lines() default false;

	/** What to say when there is nothing: {@code Enter your full name}. */
	String message() default "Enter something here";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
