package recruitment.platform.limit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recruitment.platform.privacy.Pii;

import static org.assertj.core.api.Assertions.assertThat;

class MailboxTests {

	@ParameterizedTest
	@ValueSource(strings = { "sam.doe@example.org", " SamDoe@Example.org ", "samdoe+1@example.org",
			"s.a.m.doe+any+thing@example.org", "ｓamdoe@example.org" })
	void everySpellingIsTheSameMailbox(String address) {
		assertThat(Mailbox.of(new Pii(address)).value()).isEqualTo("samdoe@example.org");
	}

	@ParameterizedTest
	@ValueSource(strings = { "kim.doe@example.org", "samdoe@mail.example.org", "samdoe@exampleorg" })
	void otherPeopleHaveOthers(String address) {
		assertThat(Mailbox.of(new Pii(address)).value()).isNotEqualTo("samdoe@example.org");
	}

	@Test
	void whatHasNothingBeforeTheTagStaysAsItIs() {
		assertThat(Mailbox.of(new Pii("+1@example.org")).value()).isEqualTo("+1@example.org");
		assertThat(Mailbox.of(new Pii("no address")).value()).isEqualTo("no address");
	}

}
