package recruitment.platform.security;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;

/**
 * Pages: staff sign in at the OpenID provider with an authorization code and PKCE, and
 * what they get there stays in the session on the server.
 */
@AutoConfiguration(after = SecurityAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import(StaffSessions.class)
class SignInAutoConfiguration {

	/** By which the addresses of the sign-in name the provider. */
	static final String PROVIDER = "desk";

	/** Where a sign-in begins. */
	static final String SIGN_IN = "/oauth2/authorization/" + PROVIDER;

	/** The provider is asked where it is when the first of the staff comes. */
	@Bean
	ClientRegistrationRepository clientRegistrations(SecurityProperties properties) {
		return new SupplierClientRegistrationRepository(
				() -> new InMemoryClientRegistrationRepository(registration(properties)));
	}

	private static ClientRegistration registration(SecurityProperties properties) {
		return ClientRegistrations.fromIssuerLocation(properties.issuer().toString())
			.registrationId(PROVIDER)
			.clientId(properties.clientId())
			.clientSecret(properties.clientSecret())
			.redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
			.scope("openid", "profile")
			.clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
			.build();
	}

	@Bean
	OAuth2AuthorizedClientRepository authorizedClients() {
		return new HttpSessionOAuth2AuthorizedClientRepository();
	}

	@Bean
	@Order(3)
	SecurityFilterChain pages(HttpSecurity http, EndpointAccess access, SecurityProperties properties,
			ClientRegistrationRepository provider, SignOut signOut, @Value("${spring.application.name}") String name) {
		OidcClientInitiatedLogoutSuccessHandler atTheProvider = new OidcClientInitiatedLogoutSuccessHandler(provider);
		atTheProvider.setPostLogoutRedirectUri("{baseUrl}/signed-out");
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().access(access))
			.exceptionHandling(
					(refusals) -> refusals.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(SIGN_IN))
						.accessDeniedHandler(new PageRefusals()))
			.oauth2Login((login) -> login.loginPage(SIGN_IN)
				.failureUrl("/sign-in-failed")
				.userInfoEndpoint((user) -> user.userAuthoritiesMapper(roles(properties))))
			.logout((logout) -> logout.logoutUrl("/sign-out")
				.addLogoutHandler(signOut)
				.logoutSuccessHandler(atTheProvider))
			.oidcLogout((logout) -> logout.oidcSessionRegistry(new NoOidcSessions())
				.backChannel((channel) -> channel.logoutHandler(signOut::atTheProvider)))
			.csrf((csrf) -> csrf.csrfTokenRepository(csrfCookie(properties, name)))
			.addFilterAfter(new LongestSession(properties.longest()), SecurityContextHolderFilter.class)
			.addFilterBefore(new NonceFilter(), AuthorizationFilter.class)
			.headers((headers) -> headers.addHeaderWriter(new ContentPolicy(properties.issuer()))
				.frameOptions((frames) -> frames.disable())
				.cacheControl((cache) -> cache.disable())
				.addHeaderWriter(new NoStoreForStaff())
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.NO_REFERRER))
				.crossOriginOpenerPolicy((opener) -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
				.permissionsPolicyHeader((features) -> features.policy("camera=(), geolocation=(), microphone=()")))
			.build();
	}

	private static CookieCsrfTokenRepository csrfCookie(SecurityProperties properties, String name) {
		CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();
		cookie.setCookieName(properties.cookie(name + "-form"));
		cookie.setCookiePath("/");
		cookie.setCookieCustomizer(
				(settings) -> settings.httpOnly(true).secure(properties.secureCookies()).sameSite("Strict"));
		return cookie;
	}

	private static GrantedAuthoritiesMapper roles(SecurityProperties properties) {
		return (authorities) -> authorities.stream()
			.filter(OidcUserAuthority.class::isInstance)
			.map(OidcUserAuthority.class::cast)
			.flatMap((user) -> Roles.in(user.getAttributes(), properties.rolesPath()).stream())
			.collect(Collectors.<GrantedAuthority, Set<GrantedAuthority>>toCollection(LinkedHashSet::new));
	}

}
