package recruitment.platform.sample;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import recruitment.platformtest.BackingServices;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * Runs the sample service once for all tests that carry this. It hears the topics
 * {@code inbox-…}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = SampleService.class,
		properties = { "spring.config.name=sample", "recruitment.inbox.first-wait=50ms",
				"recruitment.inbox.dead-letter-wait=200ms",
				"spring.cloud.stream.bindings.sampleNews-in-0.destination=inbox-.*" })
@Import(BackingServices.class)
@ActiveProfiles("local")
public @interface SampleServiceTest {

}
