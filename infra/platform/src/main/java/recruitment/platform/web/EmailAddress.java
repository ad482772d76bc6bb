package recruitment.platform.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/**
 * An e-mail address that a mail can be sent to, in a {@code String} or a
 * {@link recruitment.platform.privacy.Pii}: {@code dot-atom@domain} of RFC 5321, at most
 * 254 characters, 64 of them before the {@code @}, with a dot in the domain. ASCII only,
 * since not every mail server speaks SMTPUTF8; a domain in another script is written as
 * {@code xn--…}, as browsers do. White space around it does not count; take it off before
 * use.
 */
@Documented
@Constraint(validatedBy = { EmailAddressValidator.OfText.class, EmailAddressValidator.OfPii.class })
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE })
public @interface EmailAddress {

	String message() default "Enter an e-mail address in the correct format, like name@example.com";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
