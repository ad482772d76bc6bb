package recruitment.notification.template;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The police force that the messages speak for.
 *
 * @param name as it stands at their head
 * @param contact e-mail address for questions
 */
@ConfigurationProperties("recruitment.force")
record Force(@DefaultValue("Sample Constabulary") String name,
		@DefaultValue("recruitment@example.org") String contact) {
}
