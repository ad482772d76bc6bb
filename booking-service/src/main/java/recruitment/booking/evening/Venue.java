package recruitment.booking.evening;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import recruitment.platform.web.PlainText;

/**
 * Where an evening takes place.
 *
 * @param parking where to leave a car
 * @param access the way in without steps
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Venue(@PlainText(message = "Enter the name of the venue") String name,
		@PlainText(max = 400, message = "Enter the address of the venue") String address,
		@PlainText(max = 12, message = "Enter the postcode of the venue") String postcode,
		@PlainText(max = 400, optional = true) @Nullable String parking,
		@PlainText(max = 400, optional = true) @Nullable String access) {
}
