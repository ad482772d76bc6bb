package recruitment.notification.calendar;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;
import recruitment.platform.web.DayAndTime;

/**
 * The facts of an information evening that people are told.
 *
 * @param revision grows when one of these facts changes, from 1
 * @param zone in which the evening is told
 */
public record Evening(String title, Instant start, Instant end, ZoneId zone, Venue venue, int revision) {

	/** {@code 7pm on Wednesday 29 August 2018}, on the clocks of its zone. */
	public String when() {
		return DayAndTime.of(this.start, this.zone);
	}

	/** {@code 9pm}, or the day too when it is another one. */
	public String until() {
		boolean sameDay = startsAt().toLocalDate().equals(endsAt().toLocalDate());
		return sameDay ? DayAndTime.time(endsAt().toLocalTime()) : DayAndTime.of(this.end, this.zone);
	}

	ZonedDateTime startsAt() {
		return this.start.atZone(this.zone);
	}

	ZonedDateTime endsAt() {
		return this.end.atZone(this.zone);
	}

	/**
	 * Where an evening takes place.
	 *
	 * @param parking where to leave a car, when known
	 * @param access how to get in without steps, when known
	 */
	public record Venue(String name, String address, String postcode, @Nullable String parking,
			@Nullable String access) {

		/** On one line, as for an envelope. */
		public String oneLine() {
			return String.join(", ", this.name, this.address, this.postcode);
		}

		/** A page that shows it on a map. */
		public String map() {
			return "https://www.openstreetmap.org/search?query="
					+ URLEncoder.encode(this.address + ", " + this.postcode, StandardCharsets.UTF_8);
		}

	}

}
