package recruitment.booking.booking;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import recruitment.platform.privacy.Pii;

/** A booking as staff see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Attendee(UUID id, String reference, BookingStatus status, Channel channel, Instant at, Pii name, Pii email,
		@Nullable Pii phone, @Nullable String heardFrom, @Nullable Pii adjustments) {

	static Attendee of(Booking booking) {
		BookingEvent.State state = booking.state();
		Person person = booking.person();
		return new Attendee(state.id(), state.reference(), state.status(), state.channel(), state.at(), person.name(),
				person.email(), person.phone(), state.heardFrom(), booking.adjustments());
	}

}
