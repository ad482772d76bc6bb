package recruitment.booking;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The police force that runs the evenings, as the public pages name it.
 *
 * @param name as it stands in the header
 * @param contact e-mail address for questions
 */
@ConfigurationProperties("recruitment.force")
record Force(@DefaultValue("Sample Constabulary") String name,
		@DefaultValue("recruitment@example.org") String contact) {
}
