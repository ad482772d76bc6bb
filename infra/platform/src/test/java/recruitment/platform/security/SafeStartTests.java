package recruitment.platform.security;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import recruitment.platform.security.SafeStart.UnsafeStartException;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class SafeStartTests {

	@Test
	void withoutAProviderNoOtherProfileStarts(CapturedOutput output) {
		assertThatExceptionOfType(UnsafeStartException.class)
			.isThrownBy(() -> start("--spring.profiles.active=production"));

		assertThat(output).contains("recruitment.security.issuer names no OpenID provider").contains("Set OIDC_ISSUER");
	}

	@Test
	void aProviderWithoutTlsIsNone() {
		assertThatExceptionOfType(UnsafeStartException.class)
			.isThrownBy(() -> start("--recruitment.security.issuer=http://id.example.org"));
	}

	@Test
	void cookiesAreSecureOutsideTheProfile(CapturedOutput output) {
		assertThatExceptionOfType(UnsafeStartException.class)
			.isThrownBy(() -> start("--recruitment.security.issuer=https://id.example.org",
					"--recruitment.security.secure-cookies=false"));

		assertThat(output).contains("secure-cookies");
	}

	@Test
	void withAProviderItStarts() {
		start("--recruitment.security.issuer=https://id.example.org").close();
	}

	@Test
	void noSettingLetsItAnswerOtherMachines(CapturedOutput output) {
		assertThatExceptionOfType(UnsafeStartException.class)
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
