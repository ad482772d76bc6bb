package recruitment.platform.security;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import recruitment.platform.security.LocalOnly.NotLocalException;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class LocalOnlyTests {

	@Test
	void aServiceWithoutTheProfileRefusesToStartAndSaysWhatToDo(CapturedOutput output) {
		assertThatExceptionOfType(NotLocalException.class)
			.isThrownBy(() -> start("--spring.profiles.active=production"));

		assertThat(output).contains("no sign-in yet").contains("SPRING_PROFILES_ACTIVE=local");
	}

	@Test
	void noSettingLetsItAnswerOtherMachines(CapturedOutput output) {
		assertThatExceptionOfType(NotLocalException.class)
			.isThrownBy(() -> start("--spring.profiles.active=local", "--server.address=0.0.0.0"));

		assertThat(output).contains("server.address is not an address of this machine alone");
	}

	@Test
	void inTheProfileItAnswersThisMachineAlone() {
		try (ConfigurableApplicationContext service = start("--spring.profiles.active=local")) {
			assertThat(service.getEnvironment().getProperty("server.address")).isEqualTo("127.0.0.1");
			assertThat(service.getEnvironment().getProperty("management.server.address")).isEqualTo("127.0.0.1");
		}
	}

	private static ConfigurableApplicationContext start(String... arguments) {
		SpringApplication application = new SpringApplication(Object.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		return application.run(arguments);
	}

}
