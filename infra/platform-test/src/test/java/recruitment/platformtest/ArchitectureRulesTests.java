package recruitment.platformtest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ArchitectureRulesTests {

	private static final String SAMPLES = "recruitment.platformtest.sample.";

	@ParameterizedTest
	@MethodSource("rules")
	void aSampleOfEachBreaksItsRuleAndNoOther(String broken) {
		JavaClasses sample = new ClassFileImporter().importPackages(SAMPLES + broken);
		assertThat(all().entrySet().stream().filter((rule) -> breaks(sample, rule.getValue())).map(Map.Entry::getKey))
			.containsExactly(broken);
	}

	@Test
	void codeOfTheHouseBreaksNone() {
		JavaClasses sample = new ClassFileImporter().importPackages(SAMPLES + "clean");
		assertThat(all().values())
			.allSatisfy((rule) -> assertThat(ArchitectureRules.violations(rule, sample)).isEmpty());
	}

	@Test
	void aViolationTellsItsReason() {
		JavaClasses sample = new ClassFileImporter().importPackages(SAMPLES + "clock");
		assertThat(all().values().stream().flatMap((rule) -> ArchitectureRules.violations(rule, sample).stream()))
			.singleElement()
			.asString()
			.contains("Deadline.soon", "because time comes from the injected Clock");
	}

	@Test
	void aPackageWithoutClassesIsAMistake() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> ArchitectureRules.checkLibrary("recruitment.nowhere"))
			.withMessageContaining("no class");
	}

	private static boolean breaks(JavaClasses sample, ArchRule rule) {
		return !ArchitectureRules.violations(rule, sample).isEmpty();
	}

	private static Stream<String> rules() {
		return all().keySet().stream();
	}

	private static Map<String, ArchRule> all() {
		Map<String, ArchRule> rules = new LinkedHashMap<>(RulesOfStyle.all());
		rules.putAll(RulesOfWriting.all());
		rules.putAll(RulesOfServices.all());
		return rules;
	}

}
