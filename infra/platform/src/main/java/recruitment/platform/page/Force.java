package recruitment.platform.page;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The police force that runs the evenings, as pages and messages name it.
 *
 * @param name as it stands at their head
 * @param contact e-mail address for questions
 */
@ConfigurationProperties("recruitment.force")
public record Force(@DefaultValue("Sample Constabulary") String name,
		@DefaultValue("recruitment@example.org") String contact) {
}
