package recruitment.booking.evening;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import recruitment.booking.ServiceIT;
import recruitment.platform.outbox.Outbox;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class SampleEveningsIT extends ServiceIT {

	private static final ZoneId LONDON = ZoneId.of("Europe/London");

	@Autowired
	private Outbox outbox;

	@Autowired
	private Evenings evenings;

	private final String slug = "sample-" + key();

	@Test
	void theNextOneIsAddedOnceAndAgainWhenItIsOver() throws Exception {
		atOnce(4, (number) -> {
			samples().add();
			return number;
		});
		EveningView first = added().getFirst();
		assertThat(added()).hasSize(1);
		ZonedDateTime start = first.start().atZone(LONDON);
		assertThat(start.getDayOfWeek()).isEqualTo(DayOfWeek.WEDNESDAY);
		assertThat(start.toLocalTime()).isEqualTo(LocalTime.of(19, 0));
		assertThat(start.toLocalDate()).isBetween(this.clock.instant().atZone(LONDON).toLocalDate().plusDays(14),
				this.clock.instant().atZone(LONDON).toLocalDate().plusDays(20));
		assertThat(first.slug()).isEqualTo(this.slug + "-" + start.toLocalDate());
		assertThat(ledger(first.id()).free()).isEqualTo(80);
		UUID booking = booked(first.id(), "Sam");

		this.clock.pass(Duration.ofDays(9));
		samples().add();
		assertThat(added()).extracting(EveningView::id).containsExactly(first.id());

		this.clock.pass(Duration.ofDays(14));
		samples().add();
		assertThat(added()).singleElement().satisfies((next) -> assertThat(next.id()).isNotEqualTo(first.id()));
		assertThat(get("/api/bookings/" + booking).at("/evening/start")).isEqualTo(first.start().toString());
	}

	@Test
	void theOneAWeekLaterIsAddedWhenStaffHaveCancelledOne() {
		samples().add();
		EveningView first = added().getFirst();
		post("/api/evenings/" + first.id() + "/cancel", "");
		samples().add();
		assertThat(added()).singleElement()
			.satisfies((next) -> assertThat(next.start().atZone(LONDON))
				.isEqualTo(first.start().atZone(LONDON).plusWeeks(1)));
	}

	private List<EveningView> added() {
		return this.evenings.upcoming().stream().filter((evening) -> evening.slug().startsWith(this.slug)).toList();
	}

	private SampleEvenings samples() {
		SampleEvenings.Sample sample = new SampleEvenings.Sample(this.slug, "Information evening", DayOfWeek.WEDNESDAY,
				LocalTime.of(19, 0), 120, LONDON, SomeEvening.venue(), 80, List.of());
		return new SampleEvenings(List.of(sample), this.mongo, this.outbox, this.seats, this.clock);
	}

}
