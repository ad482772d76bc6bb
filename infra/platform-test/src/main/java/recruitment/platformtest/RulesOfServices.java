package recruitment.platformtest;

import java.util.Map;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

/** What holds in a service, where everything that uses a type can be seen. */
final class RulesOfServices {

	private RulesOfServices() {
	}

	static Map<String, ArchRule> all() {
		return Map.of("exposed",
				classes().that()
					.haveModifier(JavaModifier.PUBLIC)
					.and()
					.areTopLevelClasses()
					.and()
					.areNotMetaAnnotatedWith("org.springframework.boot.SpringBootConfiguration")
					.and()
					.areNotAnnotatedWith("org.springframework.boot.context.properties.ConfigurationProperties")
					.should(beUsedByAnotherPackage())
					.because("a feature shows the others what they use, and keeps the rest for itself"));
	}

	private static ArchCondition<JavaClass> beUsedByAnotherPackage() {
		return new ArchCondition<>("be used by another package of the service") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				boolean used = type.getDirectDependenciesToSelf()
					.stream()
					.map(Dependency::getOriginClass)
					.anyMatch((user) -> !user.getPackageName().equals(type.getPackageName()) || shows(user, type));
				if (!used) {
					events.add(SimpleConditionEvent.violated(type,
							type.getName() + " is public and no other package uses it"));
				}
			}
		};
	}

	/** Whether a public type hands out or takes the other one. */
	private static boolean shows(JavaClass user, JavaClass type) {
		return !user.equals(type) && user.getModifiers().contains(JavaModifier.PUBLIC)
				&& user.getMethods()
					.stream()
					.filter((method) -> method.getModifiers().contains(JavaModifier.PUBLIC))
					.anyMatch((method) -> method.getAllInvolvedRawTypes().contains(type));
	}

}
