package recruitment.platform.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.webjars.WebJarVersionLocator;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * What all pages share: the force's name, and GOV.UK Frontend without the parts that are
 * GOV.UK's own.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(Force.class)
@Import({ DeskPages.class, DeskModel.class })
class PagesAutoConfiguration implements WebMvcConfigurer {

	private static final String GOVUK = "/META-INF/resources/webjars/govuk-frontend/%s/dist/govuk/";

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		String version = new WebJarVersionLocator().version("govuk-frontend");
		registry.addResourceHandler("/assets/govuk/**")
			.addResourceLocations("classpath:" + GOVUK.formatted(version))
			.setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
			.resourceChain(true)
			.addTransformer(PagesAutoConfiguration::withoutGdsTransport);
	}

	/**
	 * The typeface GDS Transport may be used on GOV.UK domains alone; Arial is what the
	 * framework falls back to.
	 */
	private static Resource withoutGdsTransport(HttpServletRequest request, Resource resource,
			ResourceTransformerChain chain) throws IOException {
		Resource found = chain.transform(request, resource);
		String name = found.getFilename();
		if (name == null || !name.endsWith(".css")) {
			return found;
		}
		String css = found.getContentAsString(StandardCharsets.UTF_8)
			.replaceAll("@font-face\\{[^}]*}", "")
			.replaceAll("GDS Transport,\\s*", "");
		return new TransformedResource(found, css.getBytes(StandardCharsets.UTF_8));
	}

	/** On every page, those of errors too. */
	@Bean
	static SmartInitializingSingleton branding(ThymeleafViewResolver views, Force force) {
		return () -> views.addStaticVariable("force", force);
	}

}
