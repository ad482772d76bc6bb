package recruitment.booking.evening;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;
import recruitment.booking.evening.EveningPlan.Section;
import recruitment.booking.seating.SeatLedger;
import recruitment.platform.web.DayAndTime;

import org.springframework.http.ETag;

/**
 * An evening as the API shows it.
 *
 * @param version grows with every change of the evening
 */
public record EveningView(UUID id, String slug, String title, List<Section> sections, Instant start, Instant end,
		ZoneId zone, Venue venue, int capacity, Instant opens, Instant closes, EveningStatus status, int revision,
		Availability availability, @JsonIgnore long version) {

	static EveningView of(Evening evening, @Nullable SeatLedger ledger, Instant now) {
		EveningPlan plan = evening.plan();
		return new EveningView(evening.id(), evening.slug(), plan.title(), plan.sections(), plan.start(), plan.end(),
				plan.zone(), plan.venue(), plan.capacity(), plan.opens(), plan.closes(), evening.status(),
				evening.revision(), Availability.of(evening, ledger, now), evening.version());
	}

	/** Another one whenever another evening would be shown. */
	public ETag etag() {
		return new ETag(this.version + "-" + this.availability.text(), false);
	}

	/** The start, as a person is told it. */
	public String when() {
		return DayAndTime.of(this.start, this.zone);
	}

}
