package recruitment.local.mail;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CalendarCardTests {

	@Test
	void aTimeInUtcSaysSo() {
		assertThat(card("DTSTART:20260311T190000Z").start()).isEqualTo("Wednesday 11 March 2026, 19:00 (UTC)");
	}

	@Test
	void aTimeWithoutAZoneNamesNone() {
		assertThat(card("DTSTART:20260311T190000").start()).isEqualTo("Wednesday 11 March 2026, 19:00");
	}

	@Test
	void whatIsNotUnderstoodIsShownAsItCame() {
		assertThat(card("DTSTART;VALUE=DATE:20260311").start()).isEqualTo("20260311");
	}

	@Test
	void aColonInAQuotedParameterBelongsToIt() {
		assertThat(card("LOCATION;ALTREP=\"https://example.org\":The hall\\; left").location())
			.isEqualTo("The hall; left");
	}

	@Test
	void whatIsMissingIsEmpty() {
		CalendarCard card = CalendarCard.of("no calendar at all");
		assertThat(card.method()).isEmpty();
		assertThat(card.start()).isEmpty();
	}

	private static CalendarCard card(String line) {
		return CalendarCard.of("BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + line + "\nEND:VEVENT\nEND:VCALENDAR\n");
	}

}
