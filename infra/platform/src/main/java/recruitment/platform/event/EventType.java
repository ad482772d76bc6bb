package recruitment.platform.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The wire name of an event, on the record that carries its data:
 * {@code recruitment.booking.confirmed.v1}. It becomes the CloudEvents attribute
 * {@code type} and never follows from a class name.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {

	String value();

}
