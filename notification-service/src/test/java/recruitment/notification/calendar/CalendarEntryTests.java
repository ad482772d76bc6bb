package recruitment.notification.calendar;

import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.UUID;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CalendarEntryTests {

	private static final UUID BOOKING = UUID.fromString("0d9c1f5e-4c7b-5b7e-8f2d-3a1b2c3d4e5f");

	private static final Instant DECIDED = Instant.parse("2026-11-22T10:15:30Z");

	@Test
	void aRequestCarriesTheBookingForEverAndTheRevisionOfTheEvening() throws Exception {
		CalendarEntry entry = request(evening("2026-12-09T19:00:00Z", 3), "sam@example.org");
		Calendar calendar = parse(entry);
		assertThat(entry.method()).isEqualTo("REQUEST");
		assertThat(calendar.getProperty(Property.METHOD).orElseThrow().getValue()).isEqualTo("REQUEST");
		VEvent event = event(calendar);
		assertThat(value(event, Property.UID)).isEqualTo(BOOKING.toString());
		assertThat(value(event, Property.SEQUENCE)).isEqualTo("3");
		assertThat(value(event, Property.STATUS)).isEqualTo("CONFIRMED");
		assertThat(value(event, Property.DTSTAMP)).isEqualTo("20261122T101530Z");
		assertThat(value(event, Property.ORGANIZER)).isEqualTo("mailto:recruitment@example.org");
		assertThat(value(event, Property.ATTENDEE)).isEqualTo("mailto:sam@example.org");
		assertThat(value(event, Property.SUMMARY)).isEqualTo("Information evening, at last; bring \\ a friend");
		assertThat(value(event, Property.LOCATION)).contains("Police Headquarters", "AL8 6XF");
	}

	@Test
	void aCancellationGoesBeyondTheRevisionOnTheSameEntry() throws Exception {
		CalendarEntry entry = CalendarEntry.cancel(BOOKING, evening("2026-12-09T19:00:00Z", 3),
				"recruitment@example.org", "sam@example.org", DECIDED);
		Calendar calendar = parse(entry);
		assertThat(entry.method()).isEqualTo("CANCEL");
		assertThat(calendar.getProperty(Property.METHOD).orElseThrow().getValue()).isEqualTo("CANCEL");
		VEvent event = event(calendar);
		assertThat(value(event, Property.UID)).isEqualTo(BOOKING.toString());
		assertThat(value(event, Property.SEQUENCE)).isEqualTo("4");
		assertThat(value(event, Property.STATUS)).isEqualTo("CANCELLED");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "2026-10-24T18:00:00Z, 20261024T190000, +01:00", "2026-10-25T19:00:00Z, 20261025T190000, Z",
			"2027-03-27T19:00:00Z, 20270327T190000, Z", "2027-03-28T18:00:00Z, 20270328T190000, +01:00" })
	void sevenInTheEveningIsSevenOnBothSidesOfAClockChange(Instant start, String written, ZoneOffset offset)
			throws Exception {
		CalendarEntry entry = request(evening(start.toString(), 1), "sam@example.org");
		assertThat(entry.text()).contains("DTSTART;TZID=Europe/London:" + written);
		Calendar calendar = parse(entry);
		DtStart<ZonedDateTime> parsed = event(calendar).<DtStart<ZonedDateTime>>getProperty(Property.DTSTART)
			.orElseThrow();
		assertThat(parsed.getDate().toInstant()).isEqualTo(start);
		VTimeZone zone = (VTimeZone) calendar.getComponents("VTIMEZONE").getFirst();
		assertThat(zone.getProperty(Property.TZID).orElseThrow().getValue()).isEqualTo("Europe/London");
		assertThat(new net.fortuna.ical4j.model.TimeZone(zone).getOffset(start.toEpochMilli()))
			.isEqualTo(offset.getTotalSeconds() * 1000);
	}

	@Test
	void anAddressCannotAddLinesOfItsOwn() throws Exception {
		CalendarEntry entry = request(evening("2026-12-09T19:00:00Z", 1),
				"\"sam\r\nATTENDEE:mailto:eve@example.org\"@example.org");
		assertThat(entry.text().lines()).noneMatch((line) -> line.startsWith("ATTENDEE:mailto:eve"));
		assertThat(event(parse(entry)).getProperties(Property.ATTENDEE)).hasSize(1);
	}

	@Test
	void linesEndAsTheyMustAndAreShortEnough() {
		CalendarEntry entry = request(evening("2026-12-09T19:00:00Z", 1), "sam@example.org");
		assertThat(entry.text().split("\r\n")).allSatisfy((line) -> {
			assertThat(line).doesNotContain("\n");
			assertThat(line.length()).isLessThanOrEqualTo(75);
		});
	}

	@Test
	void theEveningIsToldOnTheClocksOfItsZone() {
		assertThat(evening("2018-08-29T18:00:00Z", 1).when()).isEqualTo("7pm on Wednesday 29 August 2018");
		assertThat(evening("2026-12-09T19:30:00Z", 1).when()).isEqualTo("7:30pm on Wednesday 9 December 2026");
		assertThat(evening("2026-12-09T19:00:00Z", 1).until()).isEqualTo("9pm");
		assertThat(evening("2026-12-09T22:00:00Z", 1).until()).isEqualTo("midnight on Thursday 10 December 2026");
	}

	private static CalendarEntry request(Evening evening, String attendee) {
		return CalendarEntry.request(BOOKING, "K7MQ-4XWD", evening, "recruitment@example.org", attendee, DECIDED);
	}

	private static Evening evening(String start, int revision) {
		return new Evening("Information evening, at last; bring \\ a friend", Instant.parse(start),
				Instant.parse(start).plusSeconds(7200), ZoneId.of("Europe/London"),
				new Evening.Venue("Police Headquarters", "Stanborough Road, Welwyn Garden City", "AL8 6XF", null, null),
				revision);
	}

	private static Calendar parse(CalendarEntry entry) throws Exception {
		return new CalendarBuilder().build(new StringReader(entry.text()));
	}

	private static VEvent event(Calendar calendar) {
		return (VEvent) calendar.getComponents("VEVENT").getFirst();
	}

	private static String value(VEvent event, String property) {
		return event.getProperty(property).orElseThrow().getValue();
	}

}
