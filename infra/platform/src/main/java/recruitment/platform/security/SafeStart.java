package recruitment.platform.security;

import java.util.List;
import java.util.Set;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/**
 * Refuses to start, before a bean is made or a port opened, where nobody would guard the
 * doors: the profile {@code local}, with its accounts that everybody knows, answers this
 * machine alone, and any other needs an OpenID provider of its own, over TLS.
 */
class SafeStart implements EnvironmentPostProcessor, Ordered {

	private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (environment.acceptsProfiles(Profiles.of("local"))) {
			answersThisMachineAlone(environment);
		}
		else {
			hasProvider(environment);
		}
	}

	private static void answersThisMachineAlone(ConfigurableEnvironment environment) {
		for (String property : List.of("server.address", "management.server.address")) {
			String address = environment.getProperty(property);
			if (address != null && !LOOPBACK.contains(address)) {
				throw new UnsafeStartException(property + " is not an address of this machine alone",
						"Leave it away: in the profile \"local\" everybody knows the accounts of staff.");
			}
		}
	}

	private static void hasProvider(ConfigurableEnvironment environment) {
		String issuer = environment.getProperty("recruitment.security.issuer", "");
		if (!issuer.startsWith("https://")) {
			throw new UnsafeStartException(
					"recruitment.security.issuer names no OpenID provider that is reached over TLS",
					"Set OIDC_ISSUER to its https address, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET; or, on a machine of your "
							+ "own, start with SPRING_PROFILES_ACTIVE=local or infra/recruit up.");
		}
		if (!environment.getProperty("recruitment.security.secure-cookies", Boolean.class, true)) {
			throw new UnsafeStartException("recruitment.security.secure-cookies is off",
					"Leave it away: outside the profile \"local\" pages of staff are reached over TLS alone.");
		}
	}

	/** After the application's own files, which may set the profile. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	static final class UnsafeStartException extends RuntimeException {

		private final String action;

		UnsafeStartException(String why, String action) {
			super(why);
			this.action = action;
		}

		String action() {
			return this.action;
		}

	}

}
