package recruitment.booking.limit;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class LimitSettingsTests {

	private final ApplicationContextRunner service = new ApplicationContextRunner()
		.withUserConfiguration(Settings.class);

	@ParameterizedTest
	@ValueSource(strings = { "per-address=0", "per-client=-1", "per-email=1000001", "per-email=many", "remembered=0",
			"window=0s", "window=2d", "fill-time=-1s", "fill-time=61s" })
	void aLimitThatIsNoneIsRefusedAtTheStart(String setting) {
		this.service.withPropertyValues("recruitment.limits." + setting)
			.run((context) -> assertThat(context).hasFailed());
	}

	@Test
	void nothingNeedsToBeSet() {
		this.service.run((context) -> assertThat(context.getBean(LimitSettings.class))
			.isEqualTo(new LimitSettings(Duration.ofMinutes(10), 30, 600, 10, 20_000, Duration.ofSeconds(2))));
	}

	@EnableConfigurationProperties(LimitSettings.class)
	static class Settings {

	}

}
