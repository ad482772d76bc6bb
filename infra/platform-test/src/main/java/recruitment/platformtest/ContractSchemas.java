package recruitment.platformtest;

import java.util.List;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;

/** Schemas of one time: JSON Schema 2020-12, formats included, without the network. */
final class ContractSchemas {

	/** What the {@code $id} of every schema begins with. */
	static final String BASE = "https://contracts.recruitment.example/";

	private final SchemaRegistry schemas;

	/**
	 * @param folder on the class path, {@code contracts/}
	 */
	ContractSchemas(String folder) {
		this.schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
				(builder) -> builder.schemaIdResolvers((ids) -> ids.mapPrefix(BASE, "classpath:" + folder))
					.schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
	}

	/** What is wrong with the data of an event. */
	List<Error> errors(String schema, JsonNode data) {
		return this.schemas.getSchema(SchemaLocation.of(BASE + schema)).validate(data);
	}

	/** What is wrong with a schema itself. */
	List<Error> errors(JsonNode schema) {
		Schema meta = this.schemas.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
		return meta.validate(schema);
	}

}
