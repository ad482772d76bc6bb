package recruitment.platformtest;

import recruitment.local.MailCatcher;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * A mail catcher for tests: {@code @Import(BackingMail.class)}. The service sends to it,
 * the test reads {@link MailCatcher#httpUrl()}{@code /api/messages}. It is shared by the
 * tests of a JVM: look for your own address.
 */
@TestConfiguration(proxyBeanMethods = false)
public class BackingMail {

	@Bean(destroyMethod = "")
	MailCatcher mailCatcher() {
		return SharedStack.mail();
	}

	@Bean
	DynamicPropertyRegistrar smtpProperties(MailCatcher mail) {
		return (properties) -> {
			properties.add("SMTP_HOST", () -> "127.0.0.1");
			properties.add("SMTP_PORT", mail::smtpPort);
		};
	}

}
