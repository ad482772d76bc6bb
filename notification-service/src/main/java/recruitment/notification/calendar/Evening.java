package recruitment.notification.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;

/**
 * The facts of an information evening that people are told.
 *
 * @param revision grows when one of these facts changes, from 1
 * @param zone in which the evening is told
 */
public record Evening(String title, Instant start, Instant end, ZoneId zone, Venue venue, int revision) {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

	private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendPattern("h:mm")
		.appendText(ChronoField.AMPM_OF_DAY, Map.of(0L, "am", 1L, "pm"))
		.toFormatter(Locale.UK);

	/** {@code 7pm on Wednesday 29 August 2018}, on the clocks of its zone. */
	public String when() {
		return time(startsAt()) + " on " + DAY.format(startsAt());
	}

	/** {@code 9pm}, or the day too when it is another one. */
	public String until() {
		boolean sameDay = startsAt().toLocalDate().equals(endsAt().toLocalDate());
		return sameDay ? time(endsAt()) : time(endsAt()) + " on " + DAY.format(endsAt());
	}

	ZonedDateTime startsAt() {
		return this.start.atZone(this.zone);
	}

	ZonedDateTime endsAt() {
		return this.end.atZone(this.zone);
	}

	private static String time(ZonedDateTime time) {
		return TIME.format(time).replace(":00", "");
	}

}
