package recruitment.platform.web;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A time as a person is told it: "7pm on Wednesday 29 August 2018", in the style of the
 * GOV.UK guide (midday and midnight by name, minutes only where there are any).
 */
public final class DayAndTime {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

	private DayAndTime() {
	}

	/**
	 * @param zone in which the time is told
	 */
	public static String of(Instant instant, ZoneId zone) {
		ZonedDateTime local = instant.atZone(zone);
		return time(local.toLocalTime()) + " on " + DAY.format(local);
	}

	/** The time alone: "7:30pm". */
	public static String time(LocalTime time) {
		if (time.getMinute() == 0 && time.getHour() % 12 == 0) {
			return (time.getHour() == 0) ? "midnight" : "midday";
		}
		int hour = (time.getHour() % 12 == 0) ? 12 : time.getHour() % 12;
		String minutes = (time.getMinute() == 0) ? "" : ":%02d".formatted(time.getMinute());
		return hour + minutes + ((time.getHour() < 12) ? "am" : "pm");
	}

}
