package recruitment.platform.defaults;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * Puts {@code recruitment-defaults.properties} below every other source of configuration,
 * and {@code recruitment-defaults-local.properties} over it in the profile {@code local}.
 */
class DefaultsEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (environment.acceptsProfiles(Profiles.of("local"))) {
			addLast(environment, "recruitment-defaults-local.properties");
		}
		addLast(environment, "recruitment-defaults.properties");
	}

	private static void addLast(ConfigurableEnvironment environment, String file) {
		try {
			environment.getPropertySources().addLast(new ResourcePropertySource(file, "classpath:" + file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** After the application's own files, which may set the profile. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
