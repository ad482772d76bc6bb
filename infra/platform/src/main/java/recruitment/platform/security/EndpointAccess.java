package recruitment.platform.security;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Lets a request through to an endpoint that is {@link Open}, or whose {@link Staff}
 * roles its sender has one of. An endpoint that says nothing is closed to everybody. What
 * is no endpoint passes: a file, or a 404 or 405 of its own.
 */
class EndpointAccess implements AuthorizationManager<RequestAuthorizationContext> {

	private static final AuthorizationDecision YES = new AuthorizationDecision(true);

	private static final AuthorizationDecision NO = new AuthorizationDecision(false);

	private final Supplier<RequestMappingHandlerMapping> endpoints;

	EndpointAccess(Supplier<RequestMappingHandlerMapping> endpoints) {
		this.endpoints = endpoints;
	}

	@Override
	public AuthorizationDecision authorize(Supplier<? extends @Nullable Authentication> sender,
			RequestAuthorizationContext context) {
		HandlerMethod endpoint = endpoint(context.getRequest());
		if (endpoint == null) {
			return YES;
		}
		Role[] roles = roles(endpoint);
		return (roles != null) ? (roles.length == 0 || hasOne(sender.get(), roles)) ? YES : NO : NO;
	}

	/** Who may use an endpoint: none listed is everybody, {@code null} is nobody. */
	static Role @Nullable [] roles(HandlerMethod endpoint) {
		if (endpoint.hasMethodAnnotation(Open.class)) {
			return new Role[0];
		}
		Staff staff = endpoint.getMethodAnnotation(Staff.class);
		if (staff != null) {
			return staff.value();
		}
		if (AnnotatedElementUtils.hasAnnotation(endpoint.getBeanType(), Open.class)) {
			return new Role[0];
		}
		Staff all = AnnotatedElementUtils.findMergedAnnotation(endpoint.getBeanType(), Staff.class);
		return (all != null) ? all.value() : null;
	}

	private static boolean hasOne(@Nullable Authentication sender, Role[] roles) {
		return sender != null && sender.isAuthenticated()
				&& Arrays.stream(roles)
					.map(Role::authority)
					.anyMatch((wanted) -> sender.getAuthorities()
						.stream()
						.anyMatch((has) -> Objects.equals(has.getAuthority(), wanted.getAuthority())));
	}

	private @Nullable HandlerMethod endpoint(HttpServletRequest request) {
		Object before = request.getAttribute(ServletRequestPathUtils.PATH_ATTRIBUTE);
		try {
			ServletRequestPathUtils.parseAndCache(request);
			HandlerExecutionChain found = this.endpoints.get().getHandler(request);
			return (found != null && found.getHandler() instanceof HandlerMethod method) ? method : null;
		}
		catch (Exception ex) {
			// a method or a media type that no endpoint has: answered as such later
			return null;
		}
		finally {
			request.setAttribute(ServletRequestPathUtils.PATH_ATTRIBUTE, before);
		}
	}

}
