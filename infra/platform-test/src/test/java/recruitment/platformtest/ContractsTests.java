package recruitment.platformtest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import recruitment.local.contract.Channel;
import recruitment.local.contract.Channel.Message;
import recruitment.local.contract.Contracts;
import recruitment.local.contract.Contracts.Part;
import recruitment.platformtest.ContractFields.Field;
import recruitment.platformtest.ContractVerifier.Sample;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The documents and samples of infra/contracts themselves. */
class ContractsTests {

	private static final List<String> SERVICES = List.of("booking-service", "candidate-service",
			"notification-service");

	private final Contracts today = ContractFiles.today();

	private final ContractSchemas schemas = new ContractSchemas("contracts/");

	private final ContractSchemas released = new ContractSchemas("contracts/released/");

	@Test
	void everySchemaIsOneAndHasItsOwnId() {
		schemas().forEach((file, schema) -> {
			assertThat(this.schemas.errors(schema)).as(file).isEmpty();
			assertThat(schema.path("$id").asString()).isEqualTo(ContractSchemas.BASE + file);
		});
	}

	@Test
	void everyReferenceLeadsSomewhere() {
		this.today.documents().forEach((file, document) -> followAll(new Part(file, document)));
	}

	@Test
	void everySchemaIsToldAndHasASample() {
		Set<Message> told = this.today.channels()
			.stream()
			.flatMap((channel) -> channel.messages().stream())
			.collect(Collectors.toSet());
		assertThat(told).extracting(Message::schema)
			.containsExactlyInAnyOrderElementsOf(
					schemas().keySet().stream().filter((file) -> file.matches(".*\\.v\\d+\\.schema\\.json")).toList());
		assertThat(samples()).extracting(Sample::type).containsAll(told.stream().map(Message::type).toList());
		assertThat(told).allSatisfy((message) -> assertThat(message.schema())
			.endsWith("/" + message.type().replaceFirst("recruitment\\.", "") + ".schema.json"));
	}

	@Test
	void everyChannelNamesItsTopicKeyAndConsumers() {
		assertThat(this.today.channels()).allSatisfy((channel) -> {
			assertThat(channel.key()).endsWith(" id");
			assertThat(channel.description()).isNotEmpty();
			assertThat(channel.messages()).isNotEmpty();
			assertThat(channel.consumers()).isNotEmpty()
				.allSatisfy((consumer) -> assertReadsWhatIsPromised(channel, consumer));
			JsonNode document = this.today.document(channel.owner() + "/asyncapi.yaml").json();
			JsonNode kafka = document.path("channels").path(channel.topic()).at("/bindings/kafka");
			assertThat(kafka.path("topic").asString()).isEqualTo(channel.topic());
		});
	}

	@Test
	void everySampleIsValidOldOnesToo() {
		assertThat(samples()).isNotEmpty()
			.allSatisfy((sample) -> ContractVerifier.verify(service(sample), sample.type(), sample.json()));
	}

	@Test
	void everySampleIsUnderstoodByWhoKnowsTheReleasedSchemas() {
		Map<String, JsonNode> known = ContractFiles.released().documents();
		assertThat(samples().filter((sample) -> known.containsKey(schema(sample)))).isNotEmpty()
			.allSatisfy((sample) -> {
				Map<String, Field> fields = ContractFields.of(ContractFiles.released(), schema(sample));
				assertThat(this.released.errors(schema(sample), JsonMapper.shared().readTree(sample.json())))
					.filteredOn((error) -> {
						Field field = fields.get(error.getInstanceLocation().toString().replaceAll("/\\d+", "[]"));
						return field == null || !field.grows() || !error.getKeyword().equals("enum");
					})
					.isEmpty();
			});
	}

	@Test
	void nothingReleasedIsBroken() {
		assertThat(ContractEvolution.breaks(ContractFiles.released(), this.today)).isEmpty();
	}

	@Test
	void noReleasedSampleIsChangedOrGone() {
		assertThat(changed(ContractFiles.samples()))
			.as("released samples, which stay as they are: restore them, " + "and add what is new with the next number")
			.isEmpty();
	}

	@Test
	void aReleasedSampleThatIsEditedOrRemovedIsNoticed() {
		Map<String, byte[]> samples = ContractFiles.samples();
		samples.put("booking-service/samples/booking.confirmed.v1.1.json", new byte[0]);
		samples.remove("booking-service/samples/booking.cancelled.v1.1.json");
		samples.put("booking-service/samples/booking.confirmed.v1.99.json", new byte[0]);
		assertThat(changed(samples)).containsExactly("booking-service/samples/booking.cancelled.v1.1.json",
				"booking-service/samples/booking.confirmed.v1.1.json");
	}

	private static List<String> changed(Map<String, byte[]> samples) {
		List<String> changed = new ArrayList<>();
		ContractFiles.releasedSamples().forEach((file, hash) -> {
			if (!samples.containsKey(file) || !hash.equals(sha256(samples.get(file)))) {
				changed.add(file);
			}
		});
		return changed;
	}

	private void assertReadsWhatIsPromised(Channel channel, Channel.Consumer consumer) {
		assertThat(consumer.why()).isNotEmpty();
		consumer.reads().forEach((type, fields) -> {
			Message message = channel.message(type).orElseThrow();
			assertThat(ContractFields.of(this.today, message.schema()))
				.as(type + " as " + consumer.name() + " reads it")
				.containsKeys(fields.toArray(String[]::new));
		});
	}

	private void followAll(Part part) {
		this.today.follow(part);
		part.json().forEach((child) -> followAll(new Part(part.file(), child)));
	}

	private Map<String, JsonNode> schemas() {
		Map<String, JsonNode> schemas = this.today.documents();
		schemas.keySet().removeIf((file) -> !file.endsWith(".schema.json"));
		return schemas;
	}

	private static Stream<Sample> samples() {
		return SERVICES.stream().flatMap(ContractVerifier::samples);
	}

	private static String service(Sample sample) {
		return sample.file().substring(0, sample.file().indexOf('/'));
	}

	private static String schema(Sample sample) {
		return service(sample) + "/" + sample.type().replaceFirst("recruitment\\.", "") + ".schema.json";
	}

	private static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
