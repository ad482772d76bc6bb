package recruitment.booking.evening;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import recruitment.booking.seating.SeatLedger;
import recruitment.platform.error.Problem;
import recruitment.platform.error.Problem.FieldError;
import recruitment.platform.web.PlainText;

import org.springframework.http.HttpStatus;

/**
 * What staff decide about an evening. A plan that breaks a rule cannot be made.
 *
 * @param sections what the page says beside the facts
 * @param zone an IANA name
 * @param capacity seats, 1 to {@value SeatLedger#LARGEST}
 * @param opens first instant of booking
 * @param closes first instant after booking, not after the start
 */
record EveningPlan(String title, List<Section> sections, Instant start, Instant end, ZoneId zone, Venue venue,
		int capacity, Instant opens, Instant closes) {

	EveningPlan {
		List<FieldError> errors = new ArrayList<>();
		if (!end.isAfter(start)) {
			errors.add(new FieldError("end", "The evening ends after it starts."));
		}
		if (closes.isAfter(start)) {
			errors.add(new FieldError("closes", "Booking closes when the evening starts, or before."));
		}
		if (!opens.isBefore(closes)) {
			errors.add(new FieldError("opens", "Booking opens before it closes."));
		}
		if (!ZoneId.getAvailableZoneIds().contains(zone.getId())) {
			errors.add(new FieldError("zone", "The zone is an IANA name such as Europe/London."));
		}
		if (capacity < 1 || capacity > SeatLedger.LARGEST) {
			errors.add(new FieldError("capacity", "The capacity is between 1 and %d.".formatted(SeatLedger.LARGEST)));
		}
		if (!errors.isEmpty()) {
			throw Problem.of(HttpStatus.BAD_REQUEST, "invalid", "The evening cannot be like this; see errors.")
				.withErrors(errors);
		}
	}

	EveningPlan withCapacity(int capacity) {
		return new EveningPlan(this.title, this.sections, this.start, this.end, this.zone, this.venue, capacity,
				this.opens, this.closes);
	}

	/** Whether the people who have booked are told something else by the other plan. */
	boolean tellsOtherwise(EveningPlan other) {
		return !this.title.equals(other.title) || !this.start.equals(other.start) || !this.end.equals(other.end)
				|| !this.zone.equals(other.zone) || !this.venue.equals(other.venue);
	}

	/** A piece of the evening's page. */
	record Section(@PlainText(message = "Enter a heading") String heading,
			@PlainText(max = 4000, lines = true, message = "Enter the text") String text) {
	}

}
