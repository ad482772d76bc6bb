package recruitment.booking.booking;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a booking came in. */
enum Channel {

	/** The form on the evening's page. */
	WEB("web"),
	/** Any other HTTP client. */
	API("api");

	private final String text;

	Channel(String text) {
		this.text = text;
	}

	@JsonValue
	String text() {
		return this.text;
	}

}
