package recruitment.booking.booking;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import recruitment.booking.evening.EveningFacts;
import recruitment.platform.event.EventType;
import recruitment.platform.event.PublishedTo;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What this service says about bookings. Each event carries the whole booking, so that a
 * consumer needs no other topic. What adjustments somebody asked for is in none of them.
 */
@PublishedTo("booking-events")
sealed interface BookingEvent {

	State booking();

	EveningFacts evening();

	Person person();

	@EventType("recruitment.booking.confirmed.v1")
	record Confirmed(State booking, EveningFacts evening, Person person) implements BookingEvent {
	}

	@EventType("recruitment.booking.cancelled.v1")
	record Cancelled(State booking, EveningFacts evening, Person person, By by, Reason reason) implements BookingEvent {
	}

	@EventType("recruitment.booking.evening-changed.v1")
	record EveningChanged(State booking, EveningFacts evening, Person person) implements BookingEvent {
	}

	/** The same person has tried to book again and may have lost the confirmation. */
	@EventType("recruitment.booking.confirmation-requested.v1")
	record ConfirmationRequested(State booking, EveningFacts evening, Person person) implements BookingEvent {
	}

	/** The booking itself, as the event leaves it. */
	record State(UUID id, String reference, BookingStatus status, Channel channel, Instant at,
			@Nullable String heardFrom) {
	}

	/** Who cancelled. */
	enum By {

		PERSON("person"), STAFF("staff"), EVENING("evening");

		private final String text;

		By(String text) {
			this.text = text;
		}

		@JsonValue
		String text() {
			return this.text;
		}

		Reason reason() {
			return (this == EVENING) ? Reason.EVENING_CANCELLED : Reason.REQUESTED;
		}

	}

	/** Why a booking was cancelled. */
	enum Reason {

		REQUESTED("requested"), EVENING_CANCELLED("evening-cancelled");

		private final String text;

		Reason(String text) {
			this.text = text;
		}

		@JsonValue
		String text() {
			return this.text;
		}

	}

}
