package recruitment.booking.evening;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recruitment.booking.Answer;
import recruitment.booking.ServiceIT;

import static org.assertj.core.api.Assertions.assertThat;

/** Staff change the state of an evening that they have seen, or nothing. */
class EveningEditIT extends ServiceIT {

	@Test
	void aChangeOfAnOlderStateIsRefusedAsAWhole() {
		UUID evening = evening(5);
		String seen = get(path(evening)).header("ETag");
		Answer first = patch(path(evening), "{\"title\":\"First\"}", seen);
		assertThat(first.status()).isEqualTo(200);
		assertThat(first.header("ETag")).isEqualTo(get(path(evening)).header("ETag")).isNotEqualTo(seen);

		Answer second = patch(path(evening), "{\"title\":\"Second\",\"capacity\":9}", seen);
		assertThat(second.status()).isEqualTo(412);
		assertThat(second.problem()).isEqualTo("changed-meanwhile");
		assertThat(get(path(evening)).at("/title")).isEqualTo("First");
		assertThat(ledger(evening).capacity()).isEqualTo(5);
		assertThat(patch(path(evening), "{\"title\":\"Second\"}", first.header("ETag")).status()).isEqualTo(200);
	}

	@Test
	void aChangeThatNamesNoStateIsRefused() {
		UUID evening = evening(5);
		Answer refused = send("PATCH", path(evening), "{\"title\":\"Other\"}");
		assertThat(refused.status()).isEqualTo(428);
		assertThat(refused.problem()).isEqualTo("if-match");
		assertThat(get(path(evening)).at("/title")).isEqualTo("Information evening");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"0-open\"", "W/\"2-open\"", "2-open", "nonsense", "" })
	void whatIsNotTheStateIsRefused(String state) {
		UUID evening = evening(5);
		assertThat(get(path(evening)).header("ETag")).isEqualTo("\"2-open\"");
		assertThat(patch(path(evening), "{\"title\":\"Other\"}", state).status()).isEqualTo(412);
	}

	@ParameterizedTest
	@ValueSource(strings = { "*", "\"1-open\", \"2-open\"" })
	void anyOfTheStatesThatAreNamedWillDo(String states) {
		assertThat(patch(path(evening(5)), "{\"title\":\"Other\"}", states).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"title\":\"Number %d\"}", "{\"capacity\":2%d,\"title\":\"Number %d\"}" })
	void ofManyChangesOfOneStateOneIsMade(String body) throws Exception {
		UUID evening = evening(10);
		String seen = get(path(evening)).header("ETag");
		List<Answer> answers = atOnce(8, (number) -> patch(path(evening), body.replace("%d", "" + number), seen));
		Answer made = answers.stream().filter((answer) -> answer.status() == 200).reduce((one, other) -> {
			throw new AssertionError(other);
		}).orElseThrow();
		assertThat(answers).filteredOn((answer) -> answer.status() != 200)
			.extracting(Answer::problem)
			.isSubsetOf("changed-meanwhile", "try-again");
		assertThat(get(path(evening)).body()).isEqualTo(made.body());
		assertThat(ledger(evening).capacity()).isEqualTo(made.json().at("/capacity").asInt());
	}

	@RepeatedTest(8)
	void ofChangesWithAndWithoutACapacityOneIsMadeToo() throws Exception {
		UUID evening = evening(10);
		String seen = get(path(evening)).header("ETag");
		List<Answer> answers = atOnce(8, (number) -> patch(path(evening),
				((number % 2 == 0) ? "{\"title\":\"Number %d\"}" : "{\"capacity\":2%1$d,\"title\":\"Number %1$d\"}")
					.formatted(number),
				seen));
		List<Answer> made = answers.stream().filter((answer) -> answer.status() == 200).toList();
		assertThat(made).hasSizeLessThanOrEqualTo(1);
		assertThat(get(path(evening)).at("/title"))
			.isEqualTo(made.isEmpty() ? "Information evening" : made.getFirst().at("/title"));
		assertThat(get(path(evening)).json().at("/capacity").asInt()).isEqualTo(ledger(evening).capacity());
	}

	@Test
	void aBookingDoesNotStandInTheWayOfAChange() {
		UUID evening = evening(5);
		String seen = get(path(evening)).header("ETag");
		booked(evening, "Sam");
		assertThat(patch(path(evening), "{\"title\":\"Other\"}", seen).status()).isEqualTo(200);
	}

	@Test
	void publishingAndCancellingMayNameTheStateToo() {
		Answer draft = post("/api/evenings", plan("evening-" + key(), 3));
		String path = draft.header("Location");
		assertThat(post(path + "/publish", "", "If-Match", "\"7-closed\"").status()).isEqualTo(412);
		Answer published = post(path + "/publish", "", "If-Match", draft.header("ETag"));
		assertThat(published.at("/status")).isEqualTo("PUBLISHED");
		assertThat(post(path + "/cancel", "", "If-Match", draft.header("ETag")).status()).isEqualTo(412);
		assertThat(get(path).at("/availability")).isEqualTo("open");
		Answer cancelled = post(path + "/cancel", "", "If-Match", published.header("ETag"));
		assertThat(cancelled.at("/status")).isEqualTo("CANCELLED");
		assertThat(cancelled.header("ETag")).isEqualTo(get(path).header("ETag"));
	}

	@Test
	void whoHasTheEveningAsItIsNeedNotReadItAgain() {
		UUID evening = evening(2);
		String seen = get(path(evening)).header("ETag");
		assertThat(send("GET", path(evening), "", "If-None-Match", seen).status()).isEqualTo(304);
		booked(evening, "Sam");
		assertThat(send("GET", path(evening), "", "If-None-Match", seen).at("/availability")).isEqualTo("few");
	}

	private static String path(UUID evening) {
		return "/api/evenings/" + evening;
	}

	private Answer patch(String path, String body, String state) {
		return send("PATCH", path, body, "If-Match", state);
	}

}
