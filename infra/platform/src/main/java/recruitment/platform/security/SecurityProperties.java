package recruitment.platform.security;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whom this service believes, and how staff sign in.
 *
 * @param issuer the OpenID provider, as {@code iss} in its tokens
 * @param audience what {@code aud} of a token for the APIs must hold
 * @param rolesClaim claim with the roles; dots lead into objects
 * ({@code realm_access.roles})
 * @param clientId by which the provider knows the desks
 * @param clientSecret of that client
 * @param idle after this time without a request a member of staff has to sign in again
 * @param longest after this time in any case
 * @param secureCookies whether pages are reached over TLS alone; then cookies have the
 * prefix {@code __Host-}
 */
@Validated
@ConfigurationProperties("recruitment.security")
record SecurityProperties(@NotNull URI issuer, @NotBlank @DefaultValue("recruitment") String audience,
		@NotBlank @DefaultValue("roles") String rolesClaim,
		@NotBlank @DefaultValue("recruitment-desks") String clientId, @NotBlank String clientSecret,
		@DurationMin(seconds = 1) @DurationMax(hours = 12) @DefaultValue("30m") Duration idle,
		@DurationMin(seconds = 1) @DurationMax(hours = 24) @DefaultValue("10h") Duration longest,
		@DefaultValue("true") boolean secureCookies) {

	/** Path of the roles claim in a token. */
	List<String> rolesPath() {
		return List.of(this.rolesClaim.split("\\."));
	}

	/** The name of a cookie, as browsers guard it. */
	String cookie(String name) {
		return this.secureCookies ? "__Host-" + name : name;
	}

}
