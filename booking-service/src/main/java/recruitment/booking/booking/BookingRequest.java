package recruitment.booking.booking;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import recruitment.platform.privacy.Pii;
import recruitment.platform.web.EmailAddress;
import recruitment.platform.web.PlainText;

/**
 * What somebody who books tells of himself. Other names for nothing are the empty text
 * and white space.
 *
 * @param phone in any form
 * @param heardFrom how he came to hear of the evening
 * @param adjustments what would make the evening work for him; stays in this service
 * @param recruitmentUpdates whether he wants to hear of other evenings; no when absent
 */
record BookingRequest(@PlainText(message = "Enter your full name") Pii name, @EmailAddress Pii email,
		@PlainText(max = 40, optional = true) @Nullable Pii phone,
		@PlainText(max = 200, optional = true) @Nullable String heardFrom,
		@PlainText(max = 2000, optional = true, lines = true) @Nullable Pii adjustments,
		@Nullable Boolean recruitmentUpdates) {

	/** The same without white space around, and without empty texts. */
	BookingRequest stripped() {
		return new BookingRequest(new Pii(this.name.value().strip()), new Pii(this.email.value().strip()),
				stripped(this.phone),
				(this.heardFrom != null && !this.heardFrom.isBlank()) ? this.heardFrom.strip() : null,
				stripped(this.adjustments), wantsUpdates());
	}

	private static @Nullable Pii stripped(@Nullable Pii text) {
		return (text != null && !text.value().isBlank()) ? new Pii(text.value().strip()) : null;
	}

	boolean wantsUpdates() {
		return Boolean.TRUE.equals(this.recruitmentUpdates);
	}

	/** All that was told, in a fixed order. */
	List<String> values() {
		return Stream
			.of(this.name.value(), this.email.value(), text(this.phone), (this.heardFrom != null) ? this.heardFrom : "",
					text(this.adjustments), String.valueOf(wantsUpdates()))
			.toList();
	}

	private static String text(@Nullable Pii text) {
		return (text != null) ? text.value() : "";
	}

}
