package recruitment.platformtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.springframework.modulith.core.ApplicationModules;

/** The rules of the house, for the {@code ArchitectureTests} of each service. */
public final class ArchitectureRules {

	private ArchitectureRules() {
	}

	/**
	 * Fails, with everything that is wrong, unless the service keeps all rules and its
	 * features are modules: no cycle, and no use of what another one keeps for itself.
	 * @param application in the root package of the service
	 */
	public static void checkService(Class<?> application) {
		check(application.getPackageName(), Stream.of(RulesOfStyle.all(), RulesOfWriting.all(), RulesOfServices.all()));
		ApplicationModules.of(application).verify();
	}

	/** The same for what services are built with: its public types are used elsewhere. */
	public static void checkLibrary(String rootPackage) {
		check(rootPackage, Stream.of(RulesOfStyle.all(), RulesOfWriting.all()));
	}

	private static void check(String rootPackage, Stream<Map<String, ArchRule>> rules) {
		JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages(rootPackage);
		if (classes.isEmpty()) {
			throw new AssertionError("There is no class in " + rootPackage);
		}
		List<String> violations = new ArrayList<>();
		rules.flatMap((some) -> some.values().stream()).forEach((rule) -> violations.addAll(violations(rule, classes)));
		if (!violations.isEmpty()) {
			throw new AssertionError(violations.stream().collect(Collectors.joining("\n\n", "\n", "\n")));
		}
	}

	/** What breaks the rule, each with the reason for it. */
	static List<String> violations(ArchRule rule, JavaClasses classes) {
		return rule.allowEmptyShould(true)
			.evaluate(classes)
			.getFailureReport()
			.getDetails()
			.stream()
			.map((detail) -> detail + "\n  " + rule.getDescription())
			.toList();
	}

}
