package recruitment.local.mail;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person wants to know of an iCalendar entry (RFC 5545), read leniently: what is
 * missing is empty, what is not understood is shown as it came.
 *
 * @param start day, time and zone in words
 */
record CalendarCard(String method, String summary, String start, String end, String location, String status, String uid,
		String sequence) {

	private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]");

	private static final Pattern LINE = Pattern.compile("^([A-Za-z-]+)((?:;[^:\"]*(?:\"[^\"]*\"[^:\"]*)*)?):(.*)$",
			Pattern.MULTILINE);

	private static final Pattern ZONE = Pattern.compile(";TZID=\"?([^;\"]+)");

	private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.UK);

	private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.UK);

	/** Reads the calendar's method and its first event. */
	static CalendarCard of(String calendar) {
		Map<String, String> event = new HashMap<>();
		Map<String, String> times = new HashMap<>();
		String within = "";
		Matcher line = LINE.matcher(FOLD.matcher(calendar).replaceAll(""));
		while (line.find()) {
			String name = line.group(1).toUpperCase(Locale.ROOT);
			String value = line.group(3).strip();
			if (name.equals("BEGIN")) {
				within = value;
			}
			else if (name.equals("END")) {
				within = "";
			}
			else if (within.equals("VEVENT") || name.equals("METHOD")) {
				event.putIfAbsent(name, plain(value));
				times.putIfAbsent(name, words(value, line.group(2)));
			}
		}
		return new CalendarCard(event.getOrDefault("METHOD", ""), event.getOrDefault("SUMMARY", ""),
				times.getOrDefault("DTSTART", ""), times.getOrDefault("DTEND", ""), event.getOrDefault("LOCATION", ""),
				event.getOrDefault("STATUS", ""), event.getOrDefault("UID", ""), event.getOrDefault("SEQUENCE", ""));
	}

	private static String words(String value, String parameters) {
		Matcher zone = ZONE.matcher(parameters);
		String where = zone.find() ? " (" + zone.group(1) + ")" : (value.endsWith("Z")) ? " (UTC)" : "";
		try {
			return LocalDateTime.parse(value.replace("Z", ""), BASIC).format(WORDS) + where;
		}
		catch (DateTimeException ex) {
			return value + where;
		}
	}

	private static String plain(String value) {
		return value.replaceAll("\\\\[nN]", "\n").replaceAll("\\\\([,;\\\\])", "$1");
	}

}
