package recruitment.notification.calendar;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Where an evening takes place.
 *
 * @param parking where to leave a car, when known
 * @param access how to get in without steps, when known
 */
public record Venue(String name, String address, String postcode, @Nullable String parking, @Nullable String access) {

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
