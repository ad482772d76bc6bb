package recruitment.notification.template;

import java.util.Set;

import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds plain text to the templates of HTML. */
@Configuration(proxyBeanMethods = false)
class TextTemplates {

	@Bean
	SpringResourceTemplateResolver textTemplateResolver() {
		SpringResourceTemplateResolver resolver = new SpringResourceTemplateResolver();
		resolver.setOrder(1);
		resolver.setResolvablePatterns(Set.of("*.txt"));
		resolver.setPrefix("classpath:/templates/");
		resolver.setTemplateMode(TemplateMode.TEXT);
		resolver.setCharacterEncoding("UTF-8");
		return resolver;
	}

}
