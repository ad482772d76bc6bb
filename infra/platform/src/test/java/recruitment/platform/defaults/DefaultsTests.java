package recruitment.platform.defaults;

import java.time.Clock;

import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

class DefaultsTests {

	@Test
	void whatAServiceSaysItselfWins() {
		SpringApplication application = new SpringApplication(DefaultsAutoConfiguration.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		try (ConfigurableApplicationContext service = application.run("--spring.profiles.active=local",
				"--server.tomcat.connection-timeout=1s")) {
			Environment environment = service.getEnvironment();
			assertThat(environment.getProperty("server.tomcat.connection-timeout")).isEqualTo("1s");
			assertThat(environment.getProperty("spring.threads.virtual.enabled")).isEqualTo("true");
		}
	}

	@Test
	void theClockTicksInMilliseconds() {
		Clock clock = new DefaultsAutoConfiguration().clock();

		assertThat(clock.instant().getNano() % 1_000_000).isZero();
	}

}
