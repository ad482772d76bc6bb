package recruitment.signin;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/**
 * One account for each role, named after it; its password is its name. One more has all
 * of them, {@code everything}, and one none, {@code nobody}.
 */
@Configuration(proxyBeanMethods = false)
class Accounts {

	static final List<String> ROLES = List.of("events-desk", "recruiter", "message-desk", "ops", "privacy");

	static final String EVERYTHING = "everything";

	static final String NOBODY = "nobody";

	@Bean
	UserDetailsService users() {
		InMemoryUserDetailsManager accounts = new InMemoryUserDetailsManager();
		ROLES.forEach((role) -> add(accounts, role, List.of(role)));
		add(accounts, EVERYTHING, ROLES);
		add(accounts, NOBODY, List.of());
		return accounts;
	}

	private static void add(InMemoryUserDetailsManager accounts, String name, List<String> roles) {
		accounts.createUser(
				User.withUsername(name).password("{noop}" + name).authorities(roles.toArray(String[]::new)).build());
	}

	/** {@code events-desk} is called "Events Desk". */
	static String fullName(String account) {
		return List.of(account.split("-"))
			.stream()
			.map((word) -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
			.collect(Collectors.joining(" "));
	}

}
