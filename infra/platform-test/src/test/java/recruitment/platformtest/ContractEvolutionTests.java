package recruitment.platformtest;

import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import recruitment.local.contract.Contracts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Each kind of breaking change is planted, and the sentence that tells of it is read. */
class ContractEvolutionTests {

	private static final String TYPES = "booking-service/types.schema.json";

	private static final String CANCELLED = "booking-service/booking.cancelled.v1.schema.json";

	private static final String BOOKING = "booking-service/asyncapi.yaml";

	private static final String CANDIDATE = "candidate-service/asyncapi.yaml";

	@Test
	void whatIsTheSameBreaksNothing() {
		assertThat(breaks(TYPES, (text) -> text)).isEmpty();
	}

	@Test
	void aFieldThatIsAddedAndOptionalBreaksNothing() {
		assertThat(breaks(TYPES,
				(text) -> text.replace("\"heardFrom\":", "\"note\":{\"type\":\"string\"},\"heardFrom\":")))
			.isEmpty();
	}

	@Test
	void anObjectThatIsAddedMayRequireWhatLiesInIt() {
		assertThat(breaks(TYPES, (text) -> text.replace("\"heardFrom\":",
				"\"note\":{\"type\":\"object\",\"properties\":{\"text\":{\"type\":\"string\"}},\"required\":[\"text\"]},\"heardFrom\":")))
			.isEmpty();
	}

	@Test
	void aFieldRemoved() {
		assertThat(breaks(TYPES,
				(text) -> text.replace("\"description\":\"when the booking was accepted, UTC\"", "")
					.replace("\"at\":{\"type\":\"string\",\"format\":\"date-time\",}", "\"_\":true")
					.replace(",\"_\":true", "")
					.replace("\"channel\",\"at\"]},\"eveningFacts\"", "\"channel\"]},\"eveningFacts\"")))
			.allMatch((sentence) -> sentence.contains("/booking/at of recruitment.booking."))
			.contains("This breaks candidate-service: /booking/at of recruitment.booking.confirmed.v1 is gone. "
					+ "Say it in a new type, recruitment.booking.confirmed.v2, beside this one.");
	}

	@Test
	void aFieldRenamed() {
		assertThat(breaks(TYPES, (text) -> text.replace("\"email\"", "\"mail\"")))
			.contains("This breaks candidate-service and notification-service: /person/email of "
					+ "recruitment.booking.cancelled.v1 is gone, renamed to /person/mail. "
					+ "Say it in a new type, recruitment.booking.cancelled.v2, beside this one.");
	}

	@Test
	void aTypeChanged() {
		assertThat(breaks(TYPES,
				(text) -> text.replace("\"revision\":{\"type\":\"integer\"", "\"revision\":{\"type\":\"string\"")))
			.contains("This breaks notification-service: /evening/revision of recruitment.booking.confirmed.v1 has "
					+ "another type: it was \"integer\" and is \"string\". "
					+ "Say it in a new type, recruitment.booking.confirmed.v2, beside this one.")
			.contains("This breaks hr-systems: /evening/revision of recruitment.evening.published.v1 has "
					+ "another type: it was \"integer\" and is \"string\". "
					+ "Say it in a new type, recruitment.evening.published.v2, beside this one.");
	}

	@Test
	void aFieldRequired() {
		assertThat(breaks(CANCELLED,
				(text) -> text.replace("\"by\":{", "\"why\":{\"type\":\"string\"},\"by\":{")
					.replace("\"by\",\"reason\"]", "\"by\",\"why\",\"reason\"]")))
			.containsExactly("This breaks candidate-service and notification-service: /why of "
					+ "recruitment.booking.cancelled.v1 is new and required, and events that were told before are "
					+ "without it. Let it be optional.");
	}

	@Test
	void aFieldThatWasOptionalRequired() {
		assertThat(breaks(TYPES,
				(text) -> text.replace("[\"key\",\"name\",\"email\",", "[\"key\",\"name\",\"email\",\"phone\",")))
			.contains("This breaks candidate-service: /person/phone of recruitment.booking.confirmed.v1 is required "
					+ "now, and events that were told before may be without it. "
					+ "Say it in a new type, recruitment.booking.confirmed.v2, beside this one.");
	}

	@Test
	void aFieldThatWasRequiredLeftToChance() {
		assertThat(breaks(TYPES, (text) -> text.replace("[\"key\",\"name\",\"email\",", "[\"key\",\"email\",")))
			.contains("This breaks candidate-service and notification-service: /person/name of "
					+ "recruitment.booking.confirmed.v1 need not be there any more. "
					+ "Say it in a new type, recruitment.booking.confirmed.v2, beside this one.");
	}

	@Test
	void anEnumNarrowed() {
		assertThat(breaks(CANCELLED,
				(text) -> text.replace("\"person\",\"staff\",\"evening\"]", "\"person\",\"evening\"]")))
			.containsExactly("This breaks notification-service: /by of recruitment.booking.cancelled.v1 can no longer "
					+ "be [\"staff\"], and events that were told before are. "
					+ "Say it in a new type, recruitment.booking.cancelled.v2, beside this one.");
	}

	@Test
	void anEnumWidenedWhereNobodyWasTold() {
		assertThat(breaks(CANCELLED, (text) -> text.replace("\"staff\"", "\"staff\",\"system\"")))
			.containsExactly("This breaks notification-service: /by of recruitment.booking.cancelled.v1 can be "
					+ "[\"system\"], and nobody was told by x-grows that values may come. "
					+ "Say it in a new type, recruitment.booking.cancelled.v2, beside this one.");
		assertThat(breaks(TYPES, (text) -> text.replace("[\"web\",\"api\"]", "[\"web\",\"api\",\"phone\"]"))).isEmpty();
	}

	@Test
	void aMeaningMovedToAnotherTopic() {
		String message = ",\"booking.cancelled.v1\":{\"$ref\":\"#/components/messages/booking.cancelled.v1\"}";
		String before = "\"#/components/messages/evening.cancelled.v1\"}";
		assertThat(breaks(BOOKING, (text) -> text.replace(message, "").replace(before, before + message)))
			.containsExactly("This breaks candidate-service and notification-service: recruitment.booking.cancelled.v1 "
					+ "is no longer told on booking-events, but on evening-events. Go on telling it there.");
	}

	@Test
	void aTypeThatIsNotToldAnyMore() {
		assertThat(breaks(CANDIDATE,
				(text) -> text.replace(
						",\"candidate.updated.v1\":{\"$ref\":\"#/components/messages/candidate.updated.v1\"}", "")))
			.contains("This breaks hr-systems: recruitment.candidate.updated.v1 is no longer told on candidate-events. "
					+ "Go on telling it there.");
	}

	@Test
	void aTopicThatIsGone() {
		assertThat(breaks(CANDIDATE,
				(text) -> text.replace("\"address\":\"candidate-state\"", "\"address\":\"candidates\"")))
			.containsExactly("This breaks candidate-service and hr-systems: the topic candidate-state is gone. "
					+ "Keep it, and write a new one beside it.");
	}

	@Test
	void partitionsKeyAndRetentionOfATopic() {
		assertThat(breaks(CANDIDATE,
				(text) -> text.replace("\"partitions\":12", "\"partitions\":24")
					.replace("candidate id", "person key")
					.replace("2592000000", "86400000")))
			.contains("This breaks hr-systems: the number of partitions of candidate-events was 12 and is 24. "
					+ "Write a new topic beside it.")
			.contains("This breaks hr-systems: the key of candidate-events was candidate id and is person key. "
					+ "Write a new topic beside it.")
			.contains("This breaks hr-systems: the retention of candidate-events was 30 days and is 1 days. "
					+ "Write a new topic beside it.");
	}

	@Test
	void whatNobodyIsNamedForWasPromisedAllTheSame() {
		assertThat(breaks(CANCELLED, (text) -> text.replace("\"requested\"", "\"asked\"")))
			.containsExactly("This breaks whom nobody named, for it was promised to all: /reason of "
					+ "recruitment.booking.cancelled.v1 can no longer be [\"requested\"], and events that were told "
					+ "before are. Say it in a new type, recruitment.booking.cancelled.v2, beside this one.");
	}

	/** The contracts with one document changed, which is written without white space. */
	private static List<String> breaks(String file, UnaryOperator<String> change) {
		Contracts before = ContractFiles.today();
		SortedMap<String, JsonNode> documents = before.documents();
		documents.computeIfPresent(file,
				(name, document) -> JsonMapper.shared().readTree(change.apply(document.toString())));
		return ContractEvolution.breaks(before, new Contracts(documents));
	}

}
