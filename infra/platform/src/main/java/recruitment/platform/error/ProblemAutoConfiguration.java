package recruitment.platform.error;

import io.micrometer.tracing.Tracer;
import recruitment.platform.web.WebProperties;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** Problems for everything that fails, in place of Boot's error page. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WebProperties.class)
@Import({ ProblemAdvice.class, ProblemController.class })
class ProblemAutoConfiguration {

	/** After CORS and tracing, before everything that reads the request. */
	private static final int FILTER_ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

	@Bean
	ProblemRenderer problemRenderer(ApplicationContext context, ObjectProvider<Tracer> tracer) {
		return new ProblemRenderer(context, tracer);
	}

	@Bean
	FilterRegistrationBean<ProblemFilter> problemFilter(WebProperties properties) {
		FilterRegistrationBean<ProblemFilter> filter = new FilterRegistrationBean<>(
				new ProblemFilter(properties.maxBody()));
		filter.setOrder(FILTER_ORDER);
		return filter;
	}

	/** Forms are read by Tomcat itself, past the filter. */
	@Bean
	WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> formLimit(WebProperties properties) {
		return (tomcat) -> tomcat.addConnectorCustomizers(
				(connector) -> connector.setMaxPostSize(Math.toIntExact(properties.maxBody().toBytes())));
	}

}
