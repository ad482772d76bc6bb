package recruitment.platformtest;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import recruitment.local.contract.Contracts;
import recruitment.local.contract.Contracts.Part;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields that a schema declares by their path, {@code /person/consents[]/purpose}.
 */
final class ContractFields {

	/** What a keyword of a schema says to people, and what is told by the paths. */
	private static final Set<String> NO_RULES = Set.of("$schema", "$id", "title", "description", "properties",
			"required", "items", "x-grows", "x-personal", "$defs");

	private final Contracts contracts;

	private final SortedMap<String, Field> fields = new TreeMap<>();

	private ContractFields(Contracts contracts) {
		this.contracts = contracts;
	}

	/** The fields of a schema. */
	static SortedMap<String, Field> of(Contracts contracts, String schema) {
		ContractFields found = new ContractFields(contracts);
		found.add("", contracts.document(schema), true);
		return found.fields;
	}

	private void add(String path, Part declared, boolean required) {
		Part schema = this.contracts.follow(declared);
		JsonNode json = schema.json();
		ObjectNode rules = ((ObjectNode) json).deepCopy();
		rules.remove(NO_RULES);
		this.fields.put(path, new Field(rules, required, json.path("x-grows").asBoolean(false)));
		Set<String> needed = Set.copyOf(json.path("required").valueStream().map(JsonNode::asString).toList());
		for (Map.Entry<String, JsonNode> property : json.path("properties").properties()) {
			add(path + "/" + property.getKey(), new Part(schema.file(), property.getValue()),
					needed.contains(property.getKey()));
		}
		if (json.has("items")) {
			add(path + "[]", schema.at("items"), true);
		}
	}

	/**
	 * What a schema promises of a field.
	 *
	 * @param rules its keywords, but for those that only explain
	 * @param required whether it is there whenever the object around it is
	 * @param grows whether a consumer has been told to expect values that it does not
	 * know
	 */
	record Field(ObjectNode rules, boolean required, boolean grows) {
	}

}
