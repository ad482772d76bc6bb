package recruitment.platformtest;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * Lets every service that a test starts believe {@link TestIssuer}, unless the test says
 * otherwise. Servlet filters ask for it before a test could register the property.
 */
class TestIssuerProperties implements EnvironmentPostProcessor, Ordered {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		environment.getPropertySources().addLast(new PropertySource<>("test issuer", "") {
			@Override
			public @Nullable Object getProperty(String name) {
				return name.equals("recruitment.security.issuer") ? TestIssuer.issuer() : null;
			}
		});
	}

	/** Above the defaults of the services, below all that a test sets. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE - 10;
	}

}
