package recruitment.platform.security;

import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The doors: APIs and management want a bearer token, pages of staff a sign-in. Who may
 * use an endpoint stands at the endpoint, {@link Open} or {@link Staff}.
 */
@AutoConfiguration(beforeName = {
		"org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
		"org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration" })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(SecurityProperties.class)
@EnableWebSecurity
class SecurityAutoConfiguration {

	@Bean
	EndpointAccess endpointAccess(ObjectProvider<RequestMappingHandlerMapping> endpoints) {
		return new EndpointAccess(() -> endpoints.stream()
			.filter((mapping) -> mapping.getClass() == RequestMappingHandlerMapping.class)
			.findFirst()
			.orElseThrow());
	}

	/** The provider is asked for its keys when the first token comes, and not before. */
	@Bean
	JwtDecoder jwtDecoder(SecurityProperties properties) {
		return new SupplierJwtDecoder(() -> {
			NimbusJwtDecoder decoder = JwtDecoders.fromIssuerLocation(properties.issuer().toString());
			decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<Jwt>(
					JwtValidators.createDefaultWithIssuer(properties.issuer().toString()),
					new JwtClaimValidator<List<String>>(JwtClaimNames.AUD,
							(audience) -> audience != null && audience.contains(properties.audience()))));
			return decoder;
		});
	}

	@Bean
	JwtAuthenticationConverter jwtAuthenticationConverter(SecurityProperties properties) {
		JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
		converter.setJwtGrantedAuthoritiesConverter((token) -> Roles.in(token.getClaims(), properties.rolesPath()));
		return converter;
	}

	@Bean
	@Order(1)
	SecurityFilterChain management(HttpSecurity http) {
		return bearer(http.securityMatcher(EndpointRequest.toAnyEndpoint()))
			.authorizeHttpRequests(
					(requests) -> requests.requestMatchers(EndpointRequest.to("health", "info", "prometheus"))
						.permitAll()
						.anyRequest()
						.hasRole(Role.OPS.wireName()))
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain apis(HttpSecurity http, EndpointAccess access) {
		return bearer(http.securityMatcher("/api/**"))
			.authorizeHttpRequests((requests) -> requests.anyRequest().access(access))
			.build();
	}

	/** Nothing but a token counts here: no session, hence no forged form. */
	private static HttpSecurity bearer(HttpSecurity http) {
		ProblemEntryPoint refusals = new ProblemEntryPoint();
		return http.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults())
				.authenticationEntryPoint(refusals)
				.accessDeniedHandler(refusals));
	}

}
