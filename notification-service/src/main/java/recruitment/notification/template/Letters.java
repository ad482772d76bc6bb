package recruitment.notification.template;

import java.util.Locale;
import java.util.Map;

import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringTemplateEngine;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import recruitment.platform.page.Force;

/** Writes letters. */
@Component
@EnableConfigurationProperties(Force.class)
public class Letters {

	private final ISpringTemplateEngine engine;

	private final Force force;

	Letters(ISpringTemplateEngine engine, Force force) {
		this.engine = engine;
		this.force = force;
	}

	/** The same letter always becomes the same words. */
	public Written write(Letter letter) {
		Context context = new Context(Locale.UK, Map.of("letter", letter, "evening", letter.evening(), "venue",
				letter.evening().venue(), "force", this.force));
		String template = "mail/" + letter.template().wireName();
		return new Written(letter.template().subject(letter), this.engine.process(template + ".txt", context),
				this.engine.process(template, context));
	}

	/** A letter, ready to be put into an envelope. */
	public record Written(String subject, String text, String html) {
	}

}
