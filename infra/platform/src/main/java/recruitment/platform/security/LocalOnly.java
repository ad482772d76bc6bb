package recruitment.platform.security;

import java.util.List;
import java.util.Set;

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

	private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (!environment.acceptsProfiles(Profiles.of("local"))) {
			throw new NotLocalException("the profile \"local\" is not active");
		}
		for (String property : List.of("server.address", "management.server.address")) {
			String address = environment.getProperty(property);
			if (address != null && !LOOPBACK.contains(address)) {
				throw new NotLocalException(property + " is not an address of this machine alone");
			}
		}
	}

	/** After the application's own files, which may set the profile. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	static final class NotLocalException extends RuntimeException {

		NotLocalException(String why) {
			super(why);
		}

	}

}
