package recruitment.platform.security;

import java.time.Clock;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Signed links for the services that are given the secret for them. */
@AutoConfiguration
@ConditionalOnProperty(SignedLinksAutoConfiguration.PROPERTY)
class SignedLinksAutoConfiguration {

	static final String PROPERTY = "recruitment.link-secret";

	@Bean
	@ConditionalOnMissingBean
	SignedLinks signedLinks(Environment environment, Clock clock) {
		return new SignedLinks(Secret.decode(PROPERTY, environment.getProperty(PROPERTY)), clock);
	}

}
