package recruitment.platform.security;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Somebody who has signed in.
 *
 * @param id the same for ever at the provider
 * @param name as people know them
 * @param roles names of those that this system knows
 */
public record StaffMember(String id, String name, List<String> roles) {

	/** Empty for the public and for machines. */
	public static Optional<StaffMember> of(@Nullable Authentication authentication) {
		if (authentication == null || !(authentication.getPrincipal() instanceof OidcUser user)) {
			return Optional.empty();
		}
		String id = authentication.getName();
		String name = Objects.requireNonNullElse(user.getFullName(),
				Objects.requireNonNullElse(user.getPreferredUsername(), id));
		return Optional.of(new StaffMember(id, name, Roles.names(authentication.getAuthorities())));
	}

}
