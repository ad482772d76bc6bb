package recruitment.notification.template;

import java.time.Instant;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import recruitment.notification.calendar.Evening;
import recruitment.notification.calendar.Evening.Venue;
import recruitment.notification.template.Letters.Written;
import recruitment.platform.privacy.Pii;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;

@SpringJUnitConfig({ Letters.class, TextTemplates.class })
@ImportAutoConfiguration(ThymeleafAutoConfiguration.class)
class LettersTests {

	private static final String LINK = "http://localhost:8080/bookings/cancel/abc.def";

	@Autowired
	private Letters letters;

	@Test
	void aConfirmationSaysWhatWhenWhereAndHowToCancel() {
		Written letter = this.letters.write(letter(Template.CONFIRMATION, true, "Sam Sample", null));
		assertThat(letter.subject()).isEqualTo("Your place is booked: 7pm on Wednesday 9 December 2026");
		for (String body : new String[] { letter.text(), letter.html() }) {
			assertThat(body).contains("Hello Sam Sample,", "K7MQ-4XWD", "Police Community Support Officer evening",
					"7pm on Wednesday 9 December 2026, until 9pm", "Police Headquarters",
					"Stanborough Road, Welwyn Garden City", "AL8 6XF",
					"https://www.openstreetmap.org/search?query=Stanborough", "On site",
					"Step-free from the main entrance", "What to expect", "If you cannot come", LINK,
					"recruitment@example.org", "Sample Constabulary");
		}
		assertThat(letter.text()).doesNotContain("[(", "[/]", "<", "&");
		assertThat(letter.html()).doesNotContain(" th:", "<img", "<script");
	}

	@Test
	void whatIsNotKnownOfAVenueIsLeftOut() {
		Evening evening = evening(new Venue("Police Headquarters", "Stanborough Road", "AL8 6XF", null, null));
		Written letter = this.letters
			.write(new Letter(Template.CONFIRMATION, true, new Pii("Sam"), "K7MQ-4XWD", evening, LINK, null));
		assertThat(letter.text()).doesNotContain("Parking", "Access", "null");
		assertThat(letter.html()).doesNotContain("Parking", "Step-free", "null");
	}

	@Test
	void aChangeReplacesWhatWasSaidBefore() {
		Written letter = this.letters.write(letter(Template.CHANGE, false, "Sam", null));
		assertThat(letter.subject()).isEqualTo("The evening has changed: 7pm on Wednesday 9 December 2026");
		assertThat(letter.text()).contains("has changed", "You keep your place", LINK);
		assertThat(letter.html()).contains("has changed", "You keep your place", LINK);
	}

	@Test
	void aChangeThatIsTheFirstMessageConfirmsTheBooking() {
		Written letter = this.letters.write(letter(Template.CHANGE, true, "Sam", null));
		assertThat(letter.subject()).startsWith("Your place is booked");
		assertThat(letter.text()).contains("is booked").doesNotContain("changed");
		assertThat(letter.html()).contains("is booked").doesNotContain("changed");
	}

	@ParameterizedTest
	@CsvSource({ "person, as you asked", "staff, We have cancelled", "evening, will not take place" })
	void aCancellationSaysWhoCancelled(String by, String words) {
		Written letter = this.letters.write(letter(Template.CANCELLATION, false, "Sam", by));
		assertThat(letter.subject()).isEqualTo("Your booking K7MQ-4XWD is cancelled");
		assertThat(letter.text()).contains(words, "K7MQ-4XWD", "7pm on Wednesday 9 December 2026").doesNotContain(LINK);
		assertThat(letter.html()).contains(words, "K7MQ-4XWD").doesNotContain(LINK);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Click http://evil.example/win", "www.evil.example", "evil.example", "eve@evil.example",
			"evil。example", "\\\\evil", "a:b" })
	void aNameThatAMailProgramCouldLinkIsNotRepeated(String name) {
		Written letter = this.letters.write(letter(Template.CONFIRMATION, true, name, null));
		assertThat(letter.text()).startsWith("Hello,").doesNotContain("evil");
		assertThat(letter.html()).contains("<p>Hello,</p>").doesNotContain("evil");
	}

	@ParameterizedTest
	@ValueSource(strings = { "J. R. O'Neill-Smith", "J.R. Smith", "Zoë Łukasz", "李小龙", "[[${7*7}]]", "[(${7*7})]" })
	void anyOtherNameIsGreetedAsItIs(String name) {
		assertThat(this.letters.write(letter(Template.CONFIRMATION, true, name, null)).text())
			.startsWith("Hello " + name + ",");
	}

	@Test
	void markupInANameIsText() {
		Written letter = this.letters.write(letter(Template.CONFIRMATION, true, "<b>Sam & <i>Kim", null));
		assertThat(letter.html()).contains("Hello &lt;b&gt;Sam &amp; &lt;i&gt;Kim").doesNotContain("<b>Sam", "<i>");
	}

	@ParameterizedTest
	@EnumSource(Template.class)
	void aLongNameAndOneOfSeveralLinesAreBornToo(Template template) {
		String name = "Ω".repeat(300);
		assertThat(this.letters.write(letter(template, true, name, "person")).text()).startsWith("Hello " + name);
		assertThat(this.letters.write(letter(template, true, "Sam\r\nSubject\u202e Sample", "person")).text())
			.startsWith("Hello Sam Subject Sample,");
	}

	private static Letter letter(Template template, boolean first, String name, @Nullable String cancelledBy) {
		return new Letter(template, first, new Pii(name), "K7MQ-4XWD", evening(new Venue("Police Headquarters",
				"Stanborough Road, Welwyn Garden City", "AL8 6XF", "On site", "Step-free from the main entrance")),
				LINK, cancelledBy);
	}

	private static Evening evening(Venue venue) {
		return new Evening("Police Community Support Officer evening", Instant.parse("2026-12-09T19:00:00Z"),
				Instant.parse("2026-12-09T21:00:00Z"), ZoneId.of("Europe/London"), venue, 1);
	}

}
