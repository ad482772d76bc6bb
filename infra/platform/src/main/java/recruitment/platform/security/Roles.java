package recruitment.platform.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.GrantedAuthority;

/** The roles that a token tells; others than ours are left out. */
final class Roles {

	private Roles() {
	}

	static List<GrantedAuthority> in(Map<String, Object> claims, List<String> path) {
		Object found = claims;
		for (String name : path) {
			found = (found instanceof Map<?, ?> object) ? object.get(name) : null;
		}
		Collection<?> names = (found instanceof Collection<?> several) ? several : List.of();
		return Arrays.stream(Role.values())
			.filter((role) -> names.contains(role.wireName()))
			.map(Role::authority)
			.toList();
	}

	/** The names of the roles, for a page to show. */
	static List<String> names(@Nullable Collection<? extends GrantedAuthority> authorities) {
		return (authorities == null) ? List.of()
				: Arrays.stream(Role.values())
					.filter((role) -> authorities.contains(role.authority()))
					.map(Role::wireName)
					.toList();
	}

}
