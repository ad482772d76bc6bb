package recruitment.booking.reconcile;

import java.time.Duration;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import org.junit.jupiter.api.Test;
import recruitment.booking.Answer;
import recruitment.booking.ServiceIT;
import recruitment.booking.seating.SeatLedger;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;

/** Each test leaves what a process leaves that dies at one point of the protocol. */
class SeatReconcilerIT extends ServiceIT {

	@Autowired
	private SeatReconciler reconciler;

	@Test
	void aSeatWhoseBookingNeverCameIsFreeAfterThirtySeconds() {
		UUID evening = evening(1);
		this.seats.take(evening, UuidCreator.getTimeOrderedEpoch(), "somebody");
		assertThat(this.reconciler.reconcile(evening)).isEqualTo(new SeatCount(0, 1, 0, 1));
		assertThat(book(evening, key(), person("Sam")).problem()).isEqualTo("evening-full");
		this.clock.pass(Duration.ofSeconds(30));
		this.reconciler.runOnce();
		assertThat(ledger(evening).free()).isOne();
		assertThat(book(evening, key(), person("Sam")).status()).isEqualTo(201);
	}

	@Test
	void whoComesBackWithTheKeyInTimeGetsTheSeat() {
		UUID evening = evening(1);
		String key = key();
		this.seats.take(evening, UuidCreator.getNameBasedSha1(evening, key), personKeyOf("Sam"));
		assertThat(book(evening, key, person("Sam")).status()).isEqualTo(201);
		this.clock.pass(Duration.ofSeconds(30));
		assertThat(this.reconciler.reconcile(evening)).isEqualTo(new SeatCount(0, 0, 1, 0));
	}

	@Test
	void whoComesBackWithTheKeyAsSomebodyElseDoesNotGetTheSeat() {
		UUID evening = evening(1);
		String key = key();
		this.seats.take(evening, UuidCreator.getNameBasedSha1(evening, key), personKeyOf("Kim"));
		Answer other = book(evening, key, person("Sam"));
		assertThat(other.status()).isEqualTo(422);
		assertThat(other.problem()).isEqualTo("key-reused");
	}

	@Test
	void whoComesBackTooLateIsToldToTryAgain() {
		UUID evening = evening(1);
		String key = key();
		this.seats.take(evening, UuidCreator.getNameBasedSha1(evening, key), "the person");
		this.clock.pass(Duration.ofSeconds(30));
		this.reconciler.reconcile(evening);
		Answer late = book(evening, key, person("Sam"));
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.problem()).isEqualTo("try-again");
		assertThat(ledger(evening).free()).isOne();
		UUID abandoned = UuidCreator.getNameBasedSha1(evening, key);
		assertThat(get("/api/bookings/" + abandoned).status()).isEqualTo(404);
		assertThat(post("/api/bookings/" + abandoned + "/cancel", "").status()).isEqualTo(404);
	}

	@Test
	void aDraftWhoseDiscardingWasCutShortIsDiscarded() {
		String draft = post("/api/evenings", plan("evening-" + key(), 3)).header("Location");
		UUID id = UUID.fromString(draft.replace("/api/evenings/", ""));
		this.seats.close(id);
		this.reconciler.runOnce();
		assertThat(get(draft + "?status=all").at("/status")).isEqualTo("DISCARDED");
	}

	@Test
	void aDraftWhoseDiscardingWasCutShortIsNotPublished() {
		String draft = post("/api/evenings", plan("evening-" + key(), 3)).header("Location");
		this.seats.close(UUID.fromString(draft.replace("/api/evenings/", "")));
		assertThat(post(draft + "/publish", "").problem()).isEqualTo("evening-cancelled");
		assertThat(get(draft).status()).isEqualTo(404);
	}

	@Test
	void theSeatOfACancelledBookingIsGivenBack() {
		UUID evening = evening(1);
		UUID booking = booked(evening, "Sam");
		this.mongo.updateFirst(byId(booking), Update.update("status", "CANCELLED").unset("live"), "bookings");
		this.reconciler.reconcile(evening);
		assertThat(ledger(evening).free()).isZero();
		this.clock.pass(Duration.ofSeconds(10));
		this.reconciler.reconcile(evening);
		assertThat(ledger(evening).free()).isOne();
	}

	@Test
	void whoCancelledAndComesAgainNeedNotWaitForIt() {
		UUID evening = evening(1);
		UUID booking = booked(evening, "Sam");
		this.mongo.updateFirst(byId(booking), Update.update("status", "CANCELLED").unset("live"), "bookings");
		assertThat(book(evening, key(), person("Sam")).status()).isEqualTo(201);
		assertThat(ledger(evening).free()).isZero();
	}

	@Test
	void aMissingLedgerIsMade() {
		UUID evening = evening(4);
		this.mongo.remove(byId(evening), SeatLedger.class);
		assertThat(book(evening, key(), person("Sam")).problem()).isEqualTo("busy");
		this.reconciler.runOnce();
		assertThat(ledger(evening).free()).isEqualTo(4);
	}

	@Test
	void aCancellationOfAnEveningIsFinished() {
		UUID evening = evening(3);
		UUID sam = booked(evening, "Sam");
		this.seats.take(evening, UuidCreator.getTimeOrderedEpoch(), "somebody");
		this.seats.close(evening);
		this.reconciler.runOnce();
		assertThat(get("/api/evenings/" + evening).at("/status")).isEqualTo("CANCELLED");
		assertThat(get("/api/bookings/" + sam).at("/status")).isEqualTo("CANCELLED");
		assertThat(ledger(evening).seats()).isEmpty();
		assertThat(ledger(evening).state()).isEqualTo(SeatLedger.State.CLOSED);
	}

	@Test
	void bookingsThatLagBehindTheirEveningCatchUp() {
		UUID evening = evening(3);
		UUID sam = booked(evening, "Sam");
		this.mongo.updateFirst(byId(evening), new Update().inc("revision", 1).set("plan.title", "Other"), "evenings");
		this.reconciler.runOnce();
		assertThat(get("/api/bookings/" + sam).at("/evening/title")).isEqualTo("Other");
	}

	@Test
	void hoursFollowTheEveningAndCapacityTheLedger() {
		UUID evening = evening(3);
		this.seats.resize(evening, 3, 7);
		this.seats.setHours(evening, this.clock.instant(), this.clock.instant());
		this.reconciler.runOnce();
		assertThat(get("/api/evenings/" + evening).at("/capacity")).isEqualTo("7");
		assertThat(book(evening, key(), person("Sam")).status()).isEqualTo(201);
	}

	@Test
	void whatDoesNotAddUpIsSeen() {
		UUID evening = evening(3);
		booked(evening, "Sam");
		assertThat(this.reconciler.reconcile(evening).drift()).isZero();
		this.mongo.updateFirst(byId(evening), new Update().inc("free", -1), SeatLedger.class);
		assertThat(this.reconciler.reconcile(evening).drift()).isOne();
	}

	private static Query byId(UUID id) {
		return Query.query(where("_id").is(id.toString()));
	}

}
