package recruitment.booking;

import java.time.Duration;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import org.junit.jupiter.api.Test;
import recruitment.booking.booking.Bookings;
import recruitment.booking.seating.SeatLedger;
import recruitment.platform.security.SignedLinks;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;

/** What somebody reads whose form was refused: what to do, over the answers given. */
class RefusedPagesIT extends ServiceIT {

	@Autowired
	private Bookings bookings;

	@Autowired
	private SignedLinks links;

	@Test
	void whoseOtherRequestIsUnderWaySendsTheSameFormAgain() {
		UUID evening = evening(2);
		this.seats.take(evening, UuidCreator.getTimeOrderedEpoch(), personKeyOf("Sam"));
		String key = key();
		assertThat(keyAfterRefusal(evening, key, "Please wait a moment and send the form again.")).isEqualTo(key);
	}

	@Test
	void whoeverCameInACrowdSendsTheSameFormAgain() {
		UUID evening = evening(2);
		this.mongo.remove(Query.query(where("_id").is(evening)), SeatLedger.class);
		String key = key();
		assertThat(keyAfterRefusal(evening, key, "Others were booking at the same moment. Please send the form again."))
			.isEqualTo(key);
	}

	@Test
	void whoseRequestWasGivenUpBooksByTheSameFormWithItsNewKey() {
		UUID evening = evening(2);
		String key = key();
		this.bookings.abandon(UuidCreator.getNameBasedSha1(evening, key));
		this.seats.take(evening, UuidCreator.getNameBasedSha1(evening, key), personKeyOf("Sam"));
		String next = keyAfterRefusal(evening, key, "Sending your answers was interrupted. Please send them again.");
		assertThat(next).isNotEqualTo(key);
		assertThat(sendForm(evening, next).header("Location")).contains("/bookings/");
	}

	@Test
	void aFormWhoseKeyWasLostGetsANewOne() {
		UUID evening = evening(2);
		Answer again = submit("/evenings/" + slug(evening) + "/bookings", "key=short&name=Sam");
		assertThat(FilledForm.keyOf(again)).hasSizeGreaterThanOrEqualTo(16);
		assertThat(sendForm(evening, FilledForm.keyOf(again)).header("Location")).contains("/bookings/");
	}

	@Test
	void whoHasBookedAlreadyIsToldWhereToLook() {
		UUID evening = evening(2);
		booked(evening, "Sam");
		Answer refused = sendForm(evening, key());
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.body()).contains("You hold a place at this evening already.",
				"We have sent the confirmation to your address.", "See all evenings");
	}

	@Test
	void whoSendsOtherAnswersWithTheFormIsToldThatTheFirstStand() {
		UUID evening = evening(2);
		String key = key();
		book(evening, key, person("Kim"));
		Answer refused = sendForm(evening, key);
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.body()).contains("Your first answers were booked",
				"cancel it with the link in your e-mail and book again");
	}

	@Test
	void whoComesTooLateIsShownThatTheEveningIsFull() {
		UUID evening = evening(1);
		booked(evening, "Kim");
		assertThat(follow(sendForm(evening, key()))).contains("All places at this evening are taken.",
				"If somebody cancels, a place opens here again.", "See other evenings");
		assertThat(follow(get("/evenings/" + slug(evening) + "/book")))
			.contains("All places at this evening are taken.");
	}

	@Test
	void whoComesAfterTheHoursIsShownThatBookingIsClosed() {
		UUID evening = evening(1);
		this.clock.pass(Duration.ofDays(14));
		assertThat(follow(sendForm(evening, key()))).contains("Booking for this evening is closed.",
				"See other evenings");
		assertThat(follow(get("/evenings/" + slug(evening) + "/book"))).contains("Booking for this evening is closed.");
	}

	@Test
	void aCancelLinkThatHasEndedNamesTheNewestMail() {
		UUID booking = booked(evening(1), "Sam");
		String link = this.links.sign("cancel-booking", booking.toString(), this.clock.instant().minusSeconds(1));
		Answer refused = submit("/bookings/cancel/" + link, "");
		assertThat(refused.status()).isEqualTo(404);
		assertThat(refused.body()).contains("Please use the whole link from your newest e-mail.");
		assertThat(get("/api/bookings/" + booking).at("/status")).isEqualTo("CONFIRMED");
	}

	@Test
	void thatFewPlacesAreLeftIsToldEverywhere() {
		// what other tests have left is over by then, and the list is short
		this.clock.pass(Duration.ofDays(15));
		UUID evening = evening(10);
		String page = "/evenings/" + slug(evening);
		assertThat(get("/api/evenings/" + evening).at("/availability")).isEqualTo("open");
		assertThat(get(page).body()).doesNotContain("Only a few places are left.");
		for (int i = 0; i < 9; i++) {
			booked(evening, "Person " + i);
		}
		assertThat(get("/api/evenings/" + evening).at("/availability")).isEqualTo("few");
		assertThat(get(page).body()).contains("Only a few places are left.", "Book a place");
		String listed = get("/evenings").body();
		assertThat(listed.substring(listed.indexOf(page))).contains("Few places left");
	}

	private Answer sendForm(UUID evening, String key) {
		return submit("/evenings/" + slug(evening) + "/bookings", FilledForm.with(key));
	}

	/** Sends the form, which must come back with a sentence and its answers. */
	private String keyAfterRefusal(UUID evening, String key, String sentence) {
		Answer refused = sendForm(evening, key);
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.body()).contains(sentence);
		FilledForm.isKeptIn(refused);
		return FilledForm.keyOf(refused);
	}

	private String follow(Answer redirect) {
		assertThat(redirect.status()).isEqualTo(302);
		return get(redirect.header("Location").replaceFirst("^https?://[^/]+", "")).body();
	}

}
