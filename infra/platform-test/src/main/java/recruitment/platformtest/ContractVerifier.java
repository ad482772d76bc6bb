package recruitment.platformtest;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.networknt.schema.Error;
import recruitment.local.contract.Channel;
import recruitment.local.contract.Channel.Consumer;
import recruitment.local.contract.Channel.Message;
import recruitment.local.contract.Contracts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds what services say and hear against {@code infra/contracts}: the producer's test
 * shows each record that it can say, the consumer's test what it hears, and feeds every
 * stored sample through its listener.
 */
public final class ContractVerifier {

	private static final Pattern SAMPLE = Pattern.compile("([a-z-]+)/samples/(.+\\.v\\d+)\\.\\d+\\.json");

	private static final Contracts contracts = ContractFiles.today();

	private static final ContractSchemas schemas = new ContractSchemas("contracts/");

	private ContractVerifier() {
	}

	/**
	 * Fails unless the data of an event is valid.
	 * @param service whose event it is, {@code booking-service}
	 * @param type wire name, {@code recruitment.booking.confirmed.v1}
	 */
	public static void verify(String service, String type, byte[] json) {
		List<Error> errors = schemas.errors(message(service, type).schema(), JsonMapper.shared().readTree(json));
		if (!errors.isEmpty()) {
			throw new AssertionError("%s is not valid: %s".formatted(type, errors));
		}
	}

	/**
	 * Fails unless the contracts name exactly the records of what a service says on
	 * exactly its topics, each has a stored sample, and its data is valid and tells
	 * nothing that the schema does not declare.
	 * @param events sealed interface of records with an {@code @EventType}
	 * @param json data of an event of this record, written as the service writes it
	 */
	public static void verifyPermitted(String service, Class<?> events, Function<Class<?>, byte[]> json) {
		List<String> stored = samples(service).map(Sample::type).toList();
		Set<String> said = new TreeSet<>();
		for (Class<?> event : EventRecords.permitted(events)) {
			String type = EventRecords.type(event);
			said.add(type);
			byte[] data = json.apply(event);
			verify(service, type, data);
			Set<String> undeclared = paths(JsonMapper.shared().readTree(data));
			undeclared.removeAll(ContractFields.of(contracts, message(service, type).schema()).keySet());
			require(undeclared.isEmpty(), "%s tells what its schema does not declare: %s", type, undeclared);
			require(stored.contains(type), "%s has no sample in infra/contracts/%s/samples", type, service);
		}
		for (String topic : EventRecords.topics(events)) {
			Channel channel = channel(topic);
			Set<String> told = channel.messages().stream().map(Message::type).collect(Collectors.toSet());
			require(channel.owner().equals(service) && told.equals(said),
					"%s says %s on %s, and infra/contracts/%s/asyncapi.yaml names %s", service, said, topic,
					channel.owner(), new TreeSet<>(told));
		}
	}

	/**
	 * Fails unless the contracts name exactly what a consumer reads, and promise it.
	 * @param consumer the service that hears
	 * @param news sealed interface of records with an {@code @EventType}, whose
	 * components are the fields that are read
	 */
	public static void verifyHeard(String consumer, Class<?> news) {
		for (String topic : EventRecords.topics(news)) {
			Channel channel = channel(topic);
			Consumer named = channel.consumer(consumer)
				.orElseThrow(() -> new AssertionError("%s is no consumer of %s in infra/contracts/%s/asyncapi.yaml"
					.formatted(consumer, topic, channel.owner())));
			Set<String> heard = new TreeSet<>();
			for (Class<?> event : EventRecords.permitted(news)) {
				String type = EventRecords.type(event);
				heard.add(type);
				Set<String> fields = EventRecords.fields(event);
				Set<String> told = ContractFields.of(contracts, message(channel.owner(), type).schema()).keySet();
				for (String field : fields) {
					require(told.contains(field), "%s reads %s of %s, which nobody promises", consumer, field, type);
					require(named.reads(type, field), "%s reads %s of %s; say so in infra/contracts/%s/asyncapi.yaml",
							consumer, field, type, channel.owner());
				}
				for (String path : named.reads().getOrDefault(type, List.of())) {
					require(fields.stream()
						.anyMatch((field) -> field.equals(path) || field.startsWith(path + "/")
								|| field.startsWith(path + "[]")),
							"%s does not read %s of %s, as infra/contracts/%s/asyncapi.yaml says", consumer, path, type,
							channel.owner());
				}
			}
			require(named.reads().keySet().equals(heard),
					"%s hears %s on %s, and infra/contracts/%s/asyncapi.yaml says %s", consumer, heard, topic,
					channel.owner(), named.reads().keySet());
		}
	}

	/**
	 * Every stored sample of a service, old ones too.
	 */
	public static Stream<Sample> samples(String service) {
		return ContractFiles.samples().entrySet().stream().mapMulti((file, found) -> {
			Matcher name = SAMPLE.matcher(file.getKey());
			require(name.matches(), "%s is not named <type>.v<n>.<number>.json", file.getKey());
			if (name.group(1).equals(service)) {
				found.accept(new Sample(file.getKey(), "recruitment." + name.group(2), file.getValue()));
			}
		});
	}

	/**
	 * Those of the types that a consumer is named for; it may leave others alone.
	 */
	public static Stream<Sample> samplesFor(String consumer, String topic) {
		Channel channel = channel(topic);
		Set<String> heard = channel.consumer(consumer).map((named) -> named.reads().keySet()).orElse(Set.of());
		return samples(channel.owner()).filter((sample) -> heard.contains(sample.type()));
	}

	/** The topics of all services. */
	public static List<Channel> channels() {
		return contracts.channels();
	}

	private static Channel channel(String topic) {
		return channels().stream()
			.filter((channel) -> channel.topic().equals(topic))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No service of infra/contracts has the topic " + topic));
	}

	private static Message message(String service, String type) {
		return contracts.channels()
			.stream()
			.filter((channel) -> channel.owner().equals(service))
			.flatMap((channel) -> channel.message(type).stream())
			.findFirst()
			.orElseThrow(() -> new AssertionError(
					"%s is no message in infra/contracts/%s/asyncapi.yaml".formatted(type, service)));
	}

	/** The paths of all that is in some data, as {@link ContractFields} writes them. */
	private static Set<String> paths(JsonNode data) {
		Set<String> paths = new TreeSet<>();
		addPaths(data, "", paths);
		return paths;
	}

	private static void addPaths(JsonNode data, String path, Set<String> paths) {
		paths.add(path);
		data.properties().forEach((field) -> addPaths(field.getValue(), path + "/" + field.getKey(), paths));
		if (data.isArray()) {
			data.forEach((item) -> addPaths(item, path + "[]", paths));
		}
	}

	private static void require(boolean condition, String otherwise, Object... arguments) {
		if (!condition) {
			throw new AssertionError(otherwise.formatted(arguments));
		}
	}

	/**
	 * A stored event.
	 *
	 * @param file where it is, below infra/contracts
	 * @param type wire name
	 * @param json its data
	 */
	public record Sample(String file, String type, byte[] json) {

		@Override
		public String toString() {
			return this.file;
		}

	}

}
