package recruitment.booking.evening;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import recruitment.booking.evening.EveningPlan.Section;
import recruitment.platform.web.PlainText;

/**
 * A change of an evening: what is given is taken over, the rest stays.
 *
 * @param venue replaces the old one whole
 */
record EveningChange(@Nullable @PlainText(max = 200, optional = true) String title,
		@Nullable @Size(max = 20) List<@Valid @NotNull Section> sections, @Nullable Instant start,
		@Nullable Instant end, @Nullable ZoneId zone, @Nullable @Valid Venue venue, @Nullable Integer capacity,
		@Nullable Instant opens, @Nullable Instant closes) {

	EveningPlan to(EveningPlan plan) {
		return new EveningPlan(or(this.title, plan.title()).strip(), or(this.sections, plan.sections()),
				or(this.start, plan.start()).truncatedTo(ChronoUnit.MILLIS),
				or(this.end, plan.end()).truncatedTo(ChronoUnit.MILLIS), or(this.zone, plan.zone()),
				or(this.venue, plan.venue()), or(this.capacity, plan.capacity()),
				or(this.opens, plan.opens()).truncatedTo(ChronoUnit.MILLIS),
				or(this.closes, plan.closes()).truncatedTo(ChronoUnit.MILLIS));
	}

	private static <T> T or(@Nullable T given, T old) {
		return (given != null) ? given : old;
	}

}
