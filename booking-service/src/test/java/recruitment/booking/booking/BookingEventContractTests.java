package recruitment.booking.booking;

import org.junit.jupiter.api.Test;
import recruitment.booking.booking.BookingEvent.By;
import recruitment.booking.evening.SomeEvening;
import recruitment.platform.event.EventJson;
import recruitment.platformtest.ContractVerifier;

import static recruitment.booking.evening.SomeEvening.NOW;

class BookingEventContractTests {

	@Test
	void everyEventKeepsItsContract() {
		ContractVerifier.verifyPermitted("booking-service", BookingEvent.class, (type) -> EventJson.write(event(type)));
	}

	private static BookingEvent event(Class<?> type) {
		if (type == BookingEvent.Confirmed.class) {
			return SomeBooking.unconfirmed(SomeBooking.request()).confirm("K7MQ-4XWD").getFirst();
		}
		Booking booking = SomeBooking.confirmed();
		if (type == BookingEvent.EveningChanged.class) {
			return booking.takeOver(SomeEvening.facts(2)).getFirst();
		}
		if (type == BookingEvent.ConfirmationRequested.class) {
			return booking.requestConfirmation(NOW).getFirst();
		}
		return booking.cancel(By.PERSON, NOW).getFirst();
	}

}
