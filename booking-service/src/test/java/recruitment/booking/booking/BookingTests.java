package recruitment.booking.booking;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import recruitment.booking.booking.BookingEvent.By;
import recruitment.booking.evening.SomeEvening;
import recruitment.platform.error.Problem;
import recruitment.platform.event.EventJson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static recruitment.booking.evening.SomeEvening.NOW;
import static recruitment.booking.evening.SomeEvening.START;

class BookingTests {

	@Test
	void theSameKeyMakesTheSameBooking() {
		var evening = SomeEvening.facts(1).id();
		assertThat(Booking.idOf(evening, "0123456789abcdef")).isEqualTo(Booking.idOf(evening, "0123456789abcdef"))
			.isNotEqualTo(Booking.idOf(evening, "0123456789abcdeF"))
			.isNotEqualTo(Booking.idOf(Booking.idOf(evening, "another-evening"), "0123456789abcdef"));
	}

	@Test
	void cancellingTellsOnce() {
		Booking booking = SomeBooking.confirmed();
		assertThat(booking.cancel(By.PERSON, NOW)).singleElement()
			.isInstanceOfSatisfying(BookingEvent.Cancelled.class, (event) -> {
				assertThat(event.booking().status()).isEqualTo(BookingStatus.CANCELLED);
				assertThat(event.reason()).isEqualTo(BookingEvent.Reason.REQUESTED);
			});
		assertThat(booking.cancel(By.STAFF, NOW)).isEmpty();
		assertThat(booking.takeOver(SomeEvening.facts(2))).isEmpty();
		assertThat(booking.requestConfirmation(NOW)).isEmpty();
	}

	@Test
	void nobodyCancelsOnceTheEveningHasBegun() {
		Booking booking = SomeBooking.confirmed();
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> booking.cancel(By.PERSON, START))
			.satisfies((refusal) -> assertThat(refusal.name()).isEqualTo("evening-over"));
		assertThat(booking.cancel(By.EVENING, START)).singleElement()
			.isInstanceOfSatisfying(BookingEvent.Cancelled.class,
					(event) -> assertThat(event.reason()).isEqualTo(BookingEvent.Reason.EVENING_CANCELLED));
	}

	@Test
	void onlyNewerFactsAreTakenOver() {
		Booking booking = SomeBooking.confirmed();
		assertThat(booking.takeOver(SomeEvening.facts(1))).isEmpty();
		assertThat(booking.takeOver(SomeEvening.facts(3))).singleElement()
			.satisfies((event) -> assertThat(event.evening().revision()).isEqualTo(3));
		assertThat(booking.takeOver(SomeEvening.facts(2))).isEmpty();
	}

	@Test
	void theConfirmationIsSentAgainOnceAnHourAndNotAfterTheStart() {
		Booking booking = SomeBooking.confirmed();
		assertThat(booking.requestConfirmation(NOW)).hasSize(1);
		assertThat(booking.requestConfirmation(NOW.plus(Duration.ofMinutes(59)))).isEmpty();
		assertThat(booking.requestConfirmation(NOW.plus(Duration.ofMinutes(60)))).hasSize(1);
		assertThat(booking.requestConfirmation(START)).isEmpty();
	}

	@Test
	void adjustmentsLeaveNoTraceInAnyEvent() {
		Booking booking = SomeBooking
			.unconfirmed(SomeBooking.request("Sam Sample", "sam@example.org", "A hearing loop"));
		Stream<BookingEvent> said = Stream
			.of(booking.confirm("K7MQ-4XWD"), booking.takeOver(SomeEvening.facts(2)), booking.requestConfirmation(NOW),
					booking.cancel(By.STAFF, NOW))
			.flatMap(java.util.List::stream);
		assertThat(said).hasSize(4)
			.allSatisfy((event) -> assertThat(new String(EventJson.write(event), UTF_8)).doesNotContain("hearing"));
	}

	@Test
	void nothingThatPrintsABookingShowsThePerson() {
		assertThat(SomeBooking.confirmed().person() + " " + SomeBooking.request())
			.doesNotContain("Sam", "sam@", "960001")
			.contains("•••");
	}

	@Test
	void aReferenceIsEasyToReadOut() {
		Random random = new Random(42);
		assertThat(Stream.generate(() -> BookingReference.draw(random)).limit(1000)).doesNotHaveDuplicates()
			.allMatch((reference) -> reference.matches("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}"));
	}

}
