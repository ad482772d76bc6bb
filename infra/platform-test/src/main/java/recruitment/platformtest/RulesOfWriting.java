package recruitment.platformtest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * Who may write to Kafka and to the store. Types are named, since this module stands
 * below the platform.
 */
final class RulesOfWriting {

	private static final String AGGREGATE = "recruitment.platform.outbox.Aggregate";

	private static final Set<String> PRODUCERS = Set.of("org.apache.kafka.clients.producer.Producer",
			"org.apache.kafka.clients.producer.KafkaProducer", "org.springframework.kafka.core.KafkaOperations",
			"org.springframework.kafka.core.KafkaTemplate", "org.springframework.kafka.core.ProducerFactory",
			"org.springframework.kafka.core.DefaultKafkaProducerFactory",
			"org.springframework.cloud.stream.function.StreamBridge",
			"org.springframework.cloud.stream.function.StreamOperations");

	private static final Set<String> STORES = Set.of("org.springframework.data.mongodb.core.MongoOperations",
			"org.springframework.data.mongodb.core.MongoTemplate", "com.mongodb.client.MongoCollection",
			"org.springframework.data.repository.Repository");

	private static final Set<String> REPLACING = Set.of("save", "saveAll", "replace", "findAndReplace", "replaceOne",
			"findOneAndReplace", "replaceWith", "replaceWithNoResult");

	private static final Set<String> WRITING = Set.of("insert", "insertAll", "insertOne", "insertMany", "update",
			"updateFirst", "updateMulti", "updateOne", "updateMany", "upsert", "findAndModify", "findOneAndUpdate",
			"remove", "findAndRemove", "findAllAndRemove", "deleteOne", "deleteMany", "findOneAndDelete", "delete",
			"deleteAll", "deleteById", "bulkOps", "bulkWrite");

	private RulesOfWriting() {
	}

	static Map<String, ArchRule> all() {
		Map<String, ArchRule> rules = new LinkedHashMap<>();
		rules.put("producer",
				noClasses().that()
					.resideOutsideOfPackages("recruitment.platform.outbox..", "recruitment.platform.deadletter..")
					.should()
					.dependOnClassesThat(describe("send to Kafka", (type) -> PRODUCERS.contains(type.getName())))
					.because("an event that is not in the outbox first can be lost, or tell of what never happened"));
		rules.put("save",
				noClasses().should()
					.callCodeUnitWhere(describe("a whole document is replaced",
							(call) -> isOnStore(call) && REPLACING.contains(call.getTarget().getName())))
					.because("a replaced document loses the events that another writer has just appended to it"));
		rules.put("aggregate", noClasses().that()
			.resideOutsideOfPackage("recruitment.platform.outbox..")
			.and(describe("write to the store themselves", RulesOfWriting::writes))
			.should()
			.dependOnClassesThat(assignableTo(AGGREGATE))
			.because("an aggregate is written through the outbox, which keeps its state and its events in one update"));
		rules.put("storeless",
				noClasses().that(describe("face the outside", RulesOfWriting::facesTheOutside))
					.should()
					.dependOnClassesThat(describe("give access to the store", RulesOfWriting::isStore))
					.because("controllers, pages and listeners speak to a service, where the rules are"));
		rules.put("transaction",
				noClasses().should()
					.dependOnClassesThat()
					.resideInAnyPackage("org.springframework.transaction..")
					.because("one document is written in one update; a store may have no transactions"));
		return rules;
	}

	private static boolean writes(JavaClass type) {
		return type.getCodeUnitCallsFromSelf()
			.stream()
			.anyMatch((call) -> isOnStore(call) && WRITING.contains(call.getTarget().getName()));
	}

	private static boolean isOnStore(JavaCall<?> call) {
		return isStore(call.getTargetOwner())
				|| call.getTargetOwner().getName().startsWith("org.springframework.data.mongodb.core.Executable");
	}

	private static boolean isStore(JavaClass type) {
		return STORES.contains(type.getName()) || STORES.stream().anyMatch(type::isAssignableTo);
	}

	private static boolean facesTheOutside(JavaClass type) {
		String name = type.getSimpleName();
		return name.endsWith("Controller") || name.endsWith("Pages") || name.endsWith("Listener")
				|| type.isMetaAnnotatedWith("org.springframework.stereotype.Controller");
	}

}
