package recruitment.platform.security;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/**
 * Refuses to start outside the profile {@code local}, before a bean is made or a port
 * opened: staff endpoints ask nobody who they are yet.
 */
class LocalOnly implements EnvironmentPostProcessor, Ordered {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (!environment.acceptsProfiles(Profiles.of("local"))) {
			throw new NotLocalException();
		}
	}

	/** After the application's own files, which may set the profile. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	static final class NotLocalException extends RuntimeException {

		NotLocalException() {
			super("the profile \"local\" is not active");
		}

	}

}
