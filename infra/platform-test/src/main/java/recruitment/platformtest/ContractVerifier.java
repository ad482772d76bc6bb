package recruitment.platformtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Checks events against the schemas that the producer publishes in
 * {@code infra/contracts}: JSON Schema 2020-12, formats included, without the network.
 */
public final class ContractVerifier {

	private static final String BASE = "https://contracts.recruitment.example/";

	private static final Pattern SAMPLE = Pattern.compile("(.+\\.v\\d+)(\\..+)?\\.json");

	private static final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
			(builder) -> builder.schemaIdResolvers((ids) -> ids.mapPrefix(BASE, "classpath:contracts/"))
				.schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

	private ContractVerifier() {
	}

	/**
	 * Fails unless the data of an event is valid.
	 * @param service whose event it is, {@code booking-service}
	 * @param type wire name, {@code recruitment.booking.confirmed.v1}
	 */
	public static void verify(String service, String type, byte[] json) {
		verify(schema(service, type), JsonMapper.shared().readTree(json), type);
	}

	/**
	 * Fails unless each record of what a service says has a schema and a stored sample,
	 * and its data is valid and tells nothing that the schema does not declare.
	 * @param events sealed interface of records with an {@code @EventType}
	 * @param json data of an event of this record, written as the service writes it
	 */
	public static void verifyPermitted(String service, Class<?> events, Function<Class<?>, byte[]> json) {
		List<String> stored = samples(service).map(Sample::type).toList();
		for (Class<?> event : permitted(events)) {
			String type = type(event);
			Schema schema = schema(service, type);
			JsonNode data = JsonMapper.shared().readTree(json.apply(event));
			verify(schema, data, type);
			List<String> undeclared = new ArrayList<>();
			findUndeclared(data, schema.getSchemaNode(), URI.create(BASE + service + "/"), "", undeclared);
			if (!undeclared.isEmpty()) {
				throw new AssertionError("%s tells what its schema does not declare: %s".formatted(type, undeclared));
			}
			if (!stored.contains(type)) {
				throw new AssertionError("%s has no sample in infra/contracts/%s/samples".formatted(type, service));
			}
		}
	}

	/**
	 * Every stored sample of a service, old ones too: what a consumer must understand.
	 */
	public static Stream<Sample> samples(String service) {
		return resources("contracts/" + service + "/samples/*.json").map((file) -> {
			Matcher name = SAMPLE.matcher(String.valueOf(file.getFilename()));
			if (!name.matches()) {
				throw new AssertionError(file + " is not named <type>.v<n>[.<anything>].json");
			}
			return new Sample("recruitment." + name.group(1), bytes(file));
		});
	}

	/** Fails unless every schema of a service is one, and says so by its {@code $id}. */
	static void verifySchemas(String service) {
		Schema meta = schemas.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
		resources("contracts/" + service + "/*.schema.json").forEach((file) -> {
			JsonNode schema = JsonMapper.shared().readTree(bytes(file));
			verify(meta, schema, file.toString());
			String id = BASE + service + "/" + file.getFilename();
			if (!id.equals(schema.path("$id").asString(""))) {
				throw new AssertionError(file + " has not the $id " + id);
			}
		});
	}

	private static void verify(Schema schema, JsonNode data, String what) {
		List<Error> errors = schema.validate(data);
		if (!errors.isEmpty()) {
			throw new AssertionError("%s is not valid: %s".formatted(what, errors));
		}
	}

	private static Schema schema(String service, String type) {
		String file = service + "/" + type.replaceFirst("^recruitment\\.", "") + ".schema.json";
		if (ContractVerifier.class.getResource("/contracts/" + file) == null) {
			throw new AssertionError("%s has no schema infra/contracts/%s".formatted(type, file));
		}
		return schemas.getSchema(SchemaLocation.of(BASE + file));
	}

	/**
	 * Adds the paths of the data that the schema does not declare. Schemas are open, so
	 * that they can grow; a producer says no more than it has declared.
	 */
	private static void findUndeclared(JsonNode data, JsonNode schema, URI base, String path, List<String> found) {
		if (schema.has("$ref")) {
			URI target = base.resolve(schema.get("$ref").asString());
			findUndeclared(data, schemas.getSchema(SchemaLocation.of(target.toString())).getSchemaNode(), target, path,
					found);
		}
		else if (data.isArray() && schema.has("items")) {
			data.forEach((item) -> findUndeclared(item, schema.get("items"), base, path + "[]", found));
		}
		else if (data.isObject() && schema.has("properties")) {
			data.properties().forEach((field) -> {
				JsonNode declared = schema.get("properties").get(field.getKey());
				String name = path + "/" + field.getKey();
				if (declared == null) {
					found.add(name);
				}
				else {
					findUndeclared(field.getValue(), declared, base, name, found);
				}
			});
		}
	}

	private static List<Class<?>> permitted(Class<?> events) {
		Class<?>[] permitted = events.getPermittedSubclasses();
		if (permitted == null) {
			throw new AssertionError(events + " is not sealed");
		}
		return Arrays.stream(permitted).<Class<?>>mapMulti((type, found) -> {
			if (type.isSealed()) {
				permitted(type).forEach(found);
			}
			else {
				found.accept(type);
			}
		}).toList();
	}

	/**
	 * By name: the annotation belongs to the platform, which is tested with this module.
	 */
	private static String type(Class<?> event) {
		for (Annotation annotation : event.getAnnotations()) {
			if (annotation.annotationType().getSimpleName().equals("EventType")) {
				return String.valueOf(AnnotationUtils.getValue(annotation));
			}
		}
		throw new AssertionError(event + " has no @EventType");
	}

	private static Stream<Resource> resources(String pattern) {
		try {
			return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] bytes(Resource file) {
		try {
			return file.getContentAsByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A stored event.
	 *
	 * @param type wire name
	 * @param json its data
	 */
	public record Sample(String type, byte[] json) {

		@Override
		public String toString() {
			return this.type;
		}

	}

}
