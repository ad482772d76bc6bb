package recruitment.platformtest;

import java.time.Clock;
import java.time.temporal.Temporal;
import java.util.Calendar;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

import org.springframework.context.Lifecycle;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

/** How everything is written. */
final class RulesOfStyle {

	private static final String PII = "recruitment.platform.privacy.Pii";

	private RulesOfStyle() {
	}

	static Map<String, ArchRule> all() {
		Map<String, ArchRule> rules = new LinkedHashMap<>();
		rules.put("clock",
				noClasses().that()
					.resideOutsideOfPackage("recruitment.platform.defaults")
					.should()
					.callCodeUnitWhere(describe("the machine's time is asked", RulesOfStyle::asksTheTime))
					.because("time comes from the injected Clock alone, so that a test can say what time it is"));
		rules.put("ids", noClasses().should()
			.callMethod(UUID.class, "randomUUID")
			.because("ids are in order of time (UuidCreator.getTimeOrderedEpoch) or derived from what they stand for"));
		rules.put("sleep",
				noClasses().that(describe("cannot be stopped", (type) -> !type.isAssignableTo(Lifecycle.class)))
					.should()
					.callCodeUnitWhere(describe("a thread sleeps", (call) -> calls(call, Thread.class, "sleep")))
					.because("work is a step, and what paces the steps starts and stops with the application"));
		rules.put("print",
				noClasses().should()
					.accessField(System.class, "out")
					.orShould()
					.accessField(System.class, "err")
					.orShould()
					.callCodeUnitWhere(describe("a stack is printed",
							(call) -> call.getTarget().getName().equals("printStackTrace")
									&& call.getTargetOwner().isAssignableTo(Throwable.class)))
					.because("what is logged has a level and a place, and no personal data"));
		rules.put("injection",
				noFields().should()
					.beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
					.orShould()
					.beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
					.orShould()
					.beAnnotatedWith("jakarta.inject.Inject")
					.orShould()
					.beAnnotatedWith("jakarta.annotation.Resource")
					.because("the constructor says what a class needs"));
		rules.put("layers",
				noClasses().should()
					.resideInAnyPackage("..controller..", "..service..", "..repository..", "..dto..", "..model..",
							"..impl..", "..util..", "..common..", "..mapper..")
					.because("packages are named after features, and what changes together lies together"));
		rules.put("names",
				noClasses().should()
					.haveSimpleNameEndingWith("Impl")
					.because("an interface stands only where implementations differ, and their names say in what"));
		rules.put("nullmarked", classes().should(beInANullMarkedPackage())
			.because("what may be null is said, and checked when it is compiled"));
		rules.put("personal", noClasses().should()
			.callCodeUnitWhere(describe("toString shows personal data",
					(call) -> call.getTargetOwner().getName().equals(PII) && call.getTarget().getName().equals("value")
							&& call.getOrigin().getName().equals("toString")))
			.because("text for logs shows personal data as •••"));
		return rules;
	}

	private static boolean asksTheTime(JavaCall<?> call) {
		boolean now = call.getTarget().getName().equals("now") && call.getTargetOwner().isAssignableTo(Temporal.class)
				&& call.getTarget()
					.getRawParameterTypes()
					.stream()
					.noneMatch((type) -> type.isEquivalentTo(Clock.class));
		boolean systemClock = call.getTargetOwner().isEquivalentTo(Clock.class)
				&& call.getTarget().getName().startsWith("system");
		return now || systemClock || calls(call, System.class, "currentTimeMillis")
				|| calls(call, Calendar.class, "getInstance")
				|| calls(call, Date.class, "<init>") && call.getTarget().getRawParameterTypes().isEmpty();
	}

	static boolean calls(JavaCall<?> call, Class<?> owner, String method) {
		return call.getTargetOwner().isEquivalentTo(owner) && call.getTarget().getName().equals(method);
	}

	private static ArchCondition<JavaClass> beInANullMarkedPackage() {
		return new ArchCondition<>("be in a package with @NullMarked") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
					events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
				}
			}
		};
	}

}
