package recruitment.booking.evening;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import recruitment.platform.error.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static recruitment.booking.evening.SomeEvening.NOW;
import static recruitment.booking.evening.SomeEvening.START;

class EveningTests {

	private static final EveningChange NOTHING = new EveningChange(null, null, null, null, null, null, null, null,
			null);

	@Test
	void publishingTellsOnce() {
		Evening evening = SomeEvening.draft();
		assertThat(evening.publish(NOW)).singleElement().isInstanceOf(EveningEvent.Published.class);
		assertThat(evening.publish(NOW)).isEmpty();
		assertThat(evening.revision()).isOne();
	}

	@Test
	void aDraftChangesInSilence() {
		Evening evening = SomeEvening.draft();
		assertThat(evening.change(moved(Duration.ofDays(7)), NOW)).isEmpty();
		assertThat(evening.revision()).isOne();
		assertThat(evening.plan().start()).isEqualTo(START.plus(Duration.ofDays(7)));
	}

	@Test
	void aNewDateIsANewRevision() {
		Evening evening = SomeEvening.published();
		assertThat(evening.change(moved(Duration.ofDays(7)), NOW)).singleElement()
			.satisfies((event) -> assertThat(event.evening().revision()).isEqualTo(2));
	}

	@Test
	void aNewPlaceIsANewRevision() {
		Evening evening = SomeEvening.published();
		Venue elsewhere = new Venue("Town Hall", "High Street", "SG1 1AA", null, null);
		evening.change(new EveningChange(null, null, null, null, null, elsewhere, null, null, null).to(evening.plan()),
				NOW);
		assertThat(evening.revision()).isEqualTo(2);
	}

	@Test
	void capacityAndHoursAreToldWithoutANewRevision() {
		Evening evening = SomeEvening.published();
		EveningPlan plan = new EveningChange(null, null, null, null, null, null, 100, null,
				START.minus(Duration.ofHours(2)))
			.to(evening.plan());
		assertThat(evening.change(plan, NOW)).singleElement().satisfies((event) -> {
			assertThat(event.evening().revision()).isOne();
			assertThat(event.evening().capacity()).isEqualTo(100);
		});
	}

	@Test
	void theTextOfThePageIsNotTold() {
		Evening evening = SomeEvening.published();
		EveningPlan plan = new EveningChange(null, List.of(), null, null, null, null, null, null, null)
			.to(evening.plan());
		assertThat(evening.change(plan, NOW)).isEmpty();
		assertThat(evening.plan().sections()).isEmpty();
	}

	@Test
	void aChangeThatChangesNothingIsNone() {
		Evening evening = SomeEvening.published();
		assertThat(evening.change(NOTHING.to(evening.plan()), NOW)).isEmpty();
		assertThat(evening.follow(80)).isEmpty();
	}

	@Test
	void itFollowsTheCapacityOfItsLedger() {
		Evening evening = SomeEvening.published();
		assertThat(evening.follow(90)).singleElement()
			.satisfies((event) -> assertThat(event.evening().capacity()).isEqualTo(90));
	}

	@Test
	void cancellingTellsOnceAndIsFinal() {
		Evening evening = SomeEvening.published();
		assertThat(evening.cancel()).singleElement().isInstanceOf(EveningEvent.Cancelled.class);
		assertThat(evening.cancel()).isEmpty();
		refuses("evening-cancelled", () -> evening.publish(NOW));
		refuses("evening-cancelled", () -> evening.change(moved(Duration.ofDays(1)), NOW));
	}

	@Test
	void aDraftIsCancelledInSilence() {
		Evening draft = SomeEvening.draft();
		assertThat(draft.cancel()).isEmpty();
		assertThat(draft.status()).isEqualTo(EveningStatus.DISCARDED);
		assertThat(draft.cancel()).isEmpty();
		assertThat(draft.status()).isEqualTo(EveningStatus.DISCARDED);
	}

	@Test
	void whatHasBegunStaysAsItWas() {
		refuses("evening-over", () -> SomeEvening.draft().publish(START));
		refuses("evening-over", () -> SomeEvening.published().change(moved(Duration.ofDays(1)), START));
	}

	@Test
	void nothingIsMovedIntoThePast() {
		refuses("invalid",
				() -> SomeEvening.published().change(moved(Duration.ofDays(-16)), NOW.plus(Duration.ofDays(3))));
	}

	@Test
	void aPlanKeepsItsOrder() {
		refusesField("end", change(START, START, null, null));
		refusesField("closes", change(null, null, null, START.plusMillis(1)));
		refusesField("opens", change(null, null, START, START));
		refusesField("capacity", new EveningChange(null, null, null, null, null, null, 0, null, null));
		refusesField("capacity", new EveningChange(null, null, null, null, null, null, 1001, null, null));
		refusesField("zone", new EveningChange(null, null, null, null, ZoneId.of("+01:00"), null, null, null, null));
	}

	private static EveningChange change(@Nullable Instant start, @Nullable Instant end, @Nullable Instant opens,
			@Nullable Instant closes) {
		return new EveningChange(null, null, start, end, null, null, null, opens, closes);
	}

	private static EveningPlan moved(Duration by) {
		EveningPlan plan = SomeEvening.plan();
		return new EveningChange(null, null, plan.start().plus(by), plan.end().plus(by), null, null, null,
				plan.opens().minus(Duration.ofDays(30)), plan.closes().plus(by))
			.to(plan);
	}

	private static void refuses(String problem, Runnable action) {
		assertThatExceptionOfType(Problem.class).isThrownBy(action::run)
			.satisfies((refusal) -> assertThat(refusal.name()).isEqualTo(problem));
	}

	private static void refusesField(String field, EveningChange change) {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> change.to(SomeEvening.plan()))
			.satisfies((refusal) -> assertThat(refusal.errors()).extracting(Problem.FieldError::field)
				.containsExactly(field));
	}

}
