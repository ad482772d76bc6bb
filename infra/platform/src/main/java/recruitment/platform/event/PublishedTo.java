package recruitment.platform.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The topics that the events of a sealed interface go to. With several, each event is
 * sent to them in this order and counts as sent when all have acknowledged it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PublishedTo {

	String[] value();

}
