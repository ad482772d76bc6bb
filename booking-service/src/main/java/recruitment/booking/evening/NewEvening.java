package recruitment.booking.evening;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import recruitment.booking.evening.EveningPlan.Section;
import recruitment.platform.web.PlainText;

/**
 * An evening as staff first write it down.
 *
 * @param slug its name in addresses, for ever
 * @param opens now when absent
 * @param closes at the start when absent
 */
record NewEvening(
		@NotNull(message = "Enter a name for the address") @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*",
				message = "Use lower-case letters, digits and single hyphens") @Size(max = 80,
						message = "Use 80 characters or fewer") String slug,
		@PlainText(message = "Enter a title") String title,
		@Nullable @Size(max = 20) List<@Valid @NotNull Section> sections,
		@NotNull(message = "Enter the start") Instant start, @NotNull(message = "Enter the end") Instant end,
		@NotNull(message = "Enter the time zone") ZoneId zone, @NotNull(message = "Enter the venue") @Valid Venue venue,
		@NotNull(message = "Enter the capacity") Integer capacity, @Nullable Instant opens, @Nullable Instant closes) {

	EveningPlan plan(Instant now) {
		Instant from = this.start.truncatedTo(ChronoUnit.MILLIS);
		return new EveningPlan(this.title.strip(), (this.sections != null) ? this.sections : List.of(), from,
				this.end.truncatedTo(ChronoUnit.MILLIS), this.zone, this.venue, this.capacity,
				((this.opens != null) ? this.opens : now).truncatedTo(ChronoUnit.MILLIS),
				((this.closes != null) ? this.closes : from).truncatedTo(ChronoUnit.MILLIS));
	}

}
