package recruitment.platform.inbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recruitment.platform.event.EventType;
import recruitment.platform.privacy.Pii;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DecoderTests {

	private static final Map<String, String> HEADERS = Map.of("ce_id", "0d9c1f5e-4c7b-5b7e-8f2d-3a1b2c3d4e5f",
			"ce_type", "a", "ce_subject", "s", "ce_sequence", "0000000000000000012", "ce_time",
			"2026-11-22T10:15:30.123Z");

	private final Decoder decoder = new Decoder();

	@Test
	void readsWhatIsAskedForAndIgnoresTheRest() {
		Incoming<A> incoming = this.decoder.decode(record(HEADERS, """
				{"person": {"name": "Sam", "shoes": 44}, "tags": ["x"], "size": 3, "other": null}"""), A.class);

		assertThat(incoming.sequence()).isEqualTo(12);
		assertThat(incoming.at()).isEqualTo("2026-11-22T10:15:30.123Z");
		assertThat(incoming.event()).isEqualTo(new A(new Person(new Pii("Sam")), List.of("x"), 3, null));
		assertThat(incoming.toString()).doesNotContain("Sam");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "{", "Sam", "{\"person\": \"Sam\", \"tags\": [], \"size\": 1}",
			"{\"person\": {}, \"tags\": [], \"size\": 1}", "{\"tags\": [], \"size\": 1}",
			"{\"person\": {\"name\": \"Sam\"}, \"tags\": [], \"size\": null}",
			"{\"person\": {\"name\": \"Sam\"}, \"tags\": [], \"size\": \"Sam\"}",
			"{\"person\": {\"name\": \"Sam\"}, \"tags\": [null], \"size\": 1}" })
	void whatIsNotWholeIsPoisonAndIsNotRepeated(String data) {
		assertThatExceptionOfType(PoisonException.class)
			.isThrownBy(() -> this.decoder.decode(record(HEADERS, data), A.class))
			.withMessageNotContaining("Sam")
			.withNoCause();
	}

	@ParameterizedTest
	@CsvSource({ "ce_id,", "ce_id,1", "ce_subject,", "ce_sequence,", "ce_sequence,x", "ce_time,", "ce_time,today" })
	void aHeaderThatIsMissingOrWrongIsPoison(String name, @Nullable String value) {
		Map<String, String> headers = new HashMap<>(HEADERS);
		headers.put(name, value);
		if (value == null) {
			headers.remove(name);
		}

		assertThatExceptionOfType(PoisonException.class).isThrownBy(() -> this.decoder.decode(record(headers, """
				{"person": {"name": "Sam"}, "tags": [], "size": 1}"""), A.class));
	}

	@Test
	void everyRecordThatIsHeardHasAWireNameOfItsOwn() {
		assertThat(new News<>(Letters.class).record("a")).isEqualTo(A.class);
		assertThat(new News<>(Letters.class).record("c")).isEqualTo(C.class);
		assertThat(new News<>(Letters.class).record("z")).isNull();
		assertThatIllegalArgumentException().isThrownBy(() -> new News<>(Unnamed.class));
		assertThatIllegalArgumentException().isThrownBy(() -> new News<>(Twice.class));
	}

	private static ConsumerRecord<String, byte[]> record(Map<String, String> headers, String data) {
		ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("topic", 0, 0, "key", data.getBytes(UTF_8));
		headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
		return record;
	}

	sealed interface Letters {

	}

	sealed interface LateLetters extends Letters {

	}

	@EventType("a")
	record A(Person person, List<String> tags, int size, @Nullable String other) implements Letters {
	}

	@EventType("c")
	record C() implements LateLetters {
	}

	record Person(Pii name) {
	}

	sealed interface Unnamed {

		record One() implements Unnamed {
		}

	}

	sealed interface Twice {

		@EventType("a")
		record One() implements Twice {
		}

		@EventType("a")
		record Two() implements Twice {
		}

	}

}
