package recruitment.signin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Profiles;

@SpringBootApplication
@EnableConfigurationProperties(SignInProperties.class)
public class SignInApplication {

	public static void main(String[] args) {
		SpringApplication application = new SpringApplication(SignInApplication.class);
		application.addInitializers((context) -> {
			if (!context.getEnvironment().acceptsProfiles(Profiles.of("local"))) {
				throw new IllegalStateException(
						"Everybody knows the accounts of this provider: it starts in the profile \"local\" alone");
			}
		});
		application.run(args);
	}

}
