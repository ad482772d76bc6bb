package recruitment.platform.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import recruitment.platform.outbox.OutboxOperations.Stopped;
import recruitment.platform.outbox.RecordedBroker.Message;
import recruitment.platformtest.BackingServices;
import recruitment.platformtest.SetClock;

import org.springframework.boot.health.contributor.Status;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/** What relay and poller make of events that wait, step by step. */
class OutboxRelayIT {

	private static final String LOG = "candidate-events";

	private static final String STATE = "candidate-state";

	private static final String PARCELS = "parcels";

	private static final Duration LEASE = OutboxFixture.PROPERTIES.lease();

	private static MongoClient client;

	private static MongoTemplate mongo;

	private final SetClock clock = new SetClock(Instant.parse("2026-11-22T19:00:00Z"));

	private final RecordedBroker broker = new RecordedBroker();

	/** Drains that were handed over and have not run yet. */
	private final Queue<Runnable> handedOver = new ArrayDeque<>();

	private OutboxFixture it;

	@BeforeAll
	static void connect() {
		client = MongoClients.create(BackingServices.storeUri());
		mongo = OutboxFixture.template(client, "outbox-relay");
	}

	@AfterAll
	static void disconnect() {
		mongo.getDb().drop();
		client.close();
	}

	@BeforeEach
	void start() {
		mongo.remove(new Query(), PARCELS);
		this.it = OutboxFixture.over(mongo, this.broker, this.handedOver::add, this.clock);
	}

	@AfterEach
	void whateverWaitsIsDueOneDay() {
		Document lost = new Document("out.0", new Document("$exists", true)).append("outDue",
				new Document("$exists", false));
		assertThat(mongo.getCollection(PARCELS).countDocuments(lost)).isZero();
	}

	private UUID insert() {
		Parcel parcel = new Parcel(UuidCreator.getTimeOrderedEpoch(), "fragile");
		return this.it.outbox.insert(parcel, parcel.packed()).id();
	}

	private void move(UUID id) {
		this.it.outbox.append(Parcel.class, id, Parcel::move);
	}

	private void relay() {
		while (!this.handedOver.isEmpty()) {
			this.handedOver.remove().run();
		}
	}

	private Duration poll() {
		Duration rest = this.it.poller.runOnce();
		relay();
		return rest;
	}

	private Duration restOf(UUID id) {
		return Duration.between(this.clock.instant(), this.it.raw(id).getDate("outDue").toInstant());
	}

	@Test
	void whatAWriterLeftBehindIsSentWhenItsLeaseIsOver() {
		UUID id = insert();
		this.handedOver.clear();
		this.clock.forward(LEASE);
		poll();
		assertThat(this.broker.log()).isEmpty();
		this.clock.forward(Duration.ofMillis(1));
		poll();
		assertThat(this.broker.sequences(LOG)).containsExactly(1L);
		assertThat(this.it.raw(id)).doesNotContainKeys("outDue", "outOwner", "outTry");
		assertThat(this.it.count("recovered")).isOne();
	}

	@Test
	void aFullPageIsFollowedAtOnceAndIdlenessSlowsDown() {
		for (int i = 0; i < 450; i++) {
			insert();
		}
		this.handedOver.clear();
		this.clock.forward(LEASE.plusMillis(1));
		assertThat(poll()).isZero();
		assertThat(poll()).isZero();
		assertThat(poll()).isEqualTo(Duration.ofSeconds(1));
		assertThat(this.broker.log(LOG)).hasSize(450);
		assertThat(List.of(poll(), poll(), poll(), poll())).containsExactly(Duration.ofSeconds(2),
				Duration.ofSeconds(4), Duration.ofSeconds(5), Duration.ofSeconds(5));
	}

	@Test
	void ofTwoPollersThatSeeTheSameOneGetsIt() {
		insert();
		this.clock.forward(LEASE.plusMillis(1));
		List<Object> seen = this.it.repair.due(PARCELS, 10);
		UUID one = UuidCreator.getTimeOrderedEpoch();
		UUID other = UuidCreator.getTimeOrderedEpoch();
		this.it.repair.claim(PARCELS, seen, one);
		this.it.repair.claim(PARCELS, seen, other);
		assertThat(this.it.repair.claimed(PARCELS, seen, one)).hasSize(1);
		assertThat(this.it.repair.claimed(PARCELS, seen, other)).isEmpty();
	}

	@Test
	void eventsThatArriveDuringADrainAreSentByIt() {
		UUID id = insert();
		this.broker.behave((message) -> {
			if (message.sequence() == 1 && message.topic().equals(STATE)) {
				move(id);
				move(id);
			}
		});
		relay();
		assertThat(this.broker.sequences(LOG)).containsExactly(1L, 2L, 3L);
		assertThat(this.it.raw(id)).containsEntry("outHead", 3L).doesNotContainKey("outDue");
	}

	@Test
	void aFailureInTheMiddleKeepsWhatWasNotAcknowledged() {
		UUID id = insert();
		move(id);
		move(id);
		this.broker.behave((message) -> {
			if (message.sequence() == 2) {
				throw new EventSender.SendFailedException(new IllegalStateException("no"), true);
			}
		});
		relay();
		assertThat(this.it.raw(id)).containsEntry("outHead", 1L);
		this.broker.heal();
		this.clock.forward(LEASE.plusMillis(1));
		poll();
		assertThat(this.broker.sequences(LOG)).containsExactly(1L, 2L, 3L);
	}

	@Test
	void anAggregateThatFailsRestsLongerEachTimeAndForgetsItWhenItSucceeds() {
		UUID id = insert();
		UUID healthy = insert();
		this.broker.behave((message) -> {
			if (message.subject().equals(id.toString())) {
				throw new EventSender.SendFailedException(new IllegalStateException("no"), true);
			}
		});
		relay();
		assertThat(restOf(id)).isEqualTo(Duration.ofSeconds(1));
		for (int seconds : new int[] { 2, 4, 8, 16, 32, 64, 128, 256, 300, 300 }) {
			this.clock.forward(restOf(id).plusMillis(1));
			move(healthy);
			poll();
			assertThat(restOf(id)).isEqualTo(Duration.ofSeconds(seconds));
		}
		this.broker.heal();
		this.clock.forward(Duration.ofMinutes(6));
		poll();
		assertThat(this.it.raw(id)).doesNotContainKeys("outTry", "outDue");
	}

	@Test
	void whileTheBrokerIsAwayWritersGoOnAndOneProbeAtATimeLooksForIt() {
		this.broker.fail(true);
		for (int i = 0; i < 5; i++) {
			insert();
		}
		relay();
		assertThat(this.it.breaker.isOpen()).isTrue();
		for (int i = 0; i < 20; i++) {
			insert();
		}
		assertThat(this.handedOver).as("hints while the breaker is open").isEmpty();
		this.clock.forward(Duration.ofMillis(1999));
		this.it.poller.runOnce();
		assertThat(this.handedOver).isEmpty();
		this.clock.forward(Duration.ofMillis(1));
		this.it.poller.runOnce();
		this.it.poller.runOnce();
		assertThat(this.handedOver).hasSize(1);
		relay();
		this.broker.heal();
		this.clock.forward(Duration.ofSeconds(2));
		poll();
		assertThat(this.it.breaker.isOpen()).isFalse();
		this.clock.forward(LEASE);
		poll();
		assertThat(this.broker.log(LOG)).hasSize(25);
	}

	@Test
	void aClockThatIsSetBackDoesNotKeepTheProbeAway() {
		this.broker.fail(true);
		for (int i = 0; i < 5; i++) {
			insert();
		}
		relay();
		this.broker.heal();
		this.clock.forward(Duration.ofMinutes(-10));
		assertThat(this.it.breaker.letsProbe()).isTrue();
		assertThat(this.it.breaker.letsProbe()).isFalse();
	}

	@Test
	void anAggregateIsNotBlamedForABrokerThatIsAway() {
		this.broker.fail(true);
		for (int i = 0; i < 5; i++) {
			insert();
		}
		relay();
		UUID id = insert();
		for (int i = 0; i < 3; i++) {
			this.clock.forward(Duration.ofSeconds(2));
			poll();
		}
		assertThat(restOf(id)).isNegative();
		assertThat(this.it.raw(id)).doesNotContainKeys("outTry", "outOwner");
	}

	@Test
	void anErrorThatNoRetryCuresStopsOnlyItsAggregate() {
		UUID stopped = insert();
		UUID other = insert();
		this.broker.behave((message) -> {
			if (message.subject().equals(stopped.toString())) {
				throw new EventSender.SendFailedException(new IllegalArgumentException("too large"), false);
			}
		});
		relay();
		assertThat(this.it.raw(stopped)).containsEntry("outErr", "IllegalArgumentException");
		assertThat(this.broker.log(LOG)).extracting(Message::subject).containsExactly(other.toString());
		assertThat(this.it.breaker.isOpen()).isFalse();
		this.broker.heal();
		move(stopped);
		this.clock.forward(Duration.ofHours(1));
		poll();
		poll();
		assertThat(this.broker.log(LOG)).hasSize(1);
		assertThat(this.it.store.status(PARCELS).stuck()).isOne();
	}

	@Test
	void anOperatorLetsAStoppedAggregateTryAgain() {
		UUID id = stoppedByItsFirstEvent();
		assertThat(this.it.operations.retry(PARCELS, id.toString())).isTrue();
		assertThat(this.it.operations.retry(PARCELS, id.toString())).isFalse();
		this.clock.forward(Duration.ofSeconds(1));
		poll();
		assertThat(this.broker.sequences(LOG)).containsExactly(1L, 2L);
	}

	@Test
	void anOperatorSeesWhatIsStoppedAndLetsAllOfItTryAgain() {
		UUID id = stoppedByItsFirstEvent();
		UUID other = stoppedByItsFirstEvent();
		String event = this.it.raw(id).getList("out", Document.class).getFirst().getString("id");
		assertThat(this.it.operations.stopped(10))
			.contains(new Stopped(PARCELS, id.toString(), "IllegalStateException", UUID.fromString(event),
					"recruitment.parcel.packed.v1", 1, 2))
			.extracting(Stopped::id)
			.containsExactlyInAnyOrder(id.toString(), other.toString());
		assertThat(this.it.operations.retryAll()).isEqualTo(2);
		assertThat(this.it.operations.retryAll()).isZero();
		this.clock.forward(Duration.ofSeconds(1));
		poll();
		assertThat(this.broker.sequences(LOG)).containsExactlyInAnyOrder(1L, 2L, 1L, 2L);
	}

	@Test
	void anOperatorReplacesTheEventThatStoppedAnAggregate() {
		UUID id = stoppedByItsFirstEvent();
		UUID event = UUID.fromString(this.it.raw(id).getList("out", Document.class).getFirst().getString("id"));
		assertThat(this.it.operations.skip(PARCELS, id.toString(), UuidCreator.getTimeOrderedEpoch())).isFalse();
		assertThat(this.it.operations.skip(PARCELS, id.toString(), event)).isTrue();
		assertThat(this.it.operations.skip(PARCELS, id.toString(), event)).isFalse();
		this.clock.forward(Duration.ofSeconds(1));
		poll();
		assertThat(this.broker.log(LOG)).extracting(Message::type)
			.containsExactly("recruitment.parcel.skipped.v1", "recruitment.parcel.moved.v1");
		assertThat(this.broker.sequences(LOG)).containsExactly(1L, 2L);
		assertThat(this.broker.sequences(STATE)).as("a compacted topic has no holes").containsExactly(2L);
	}

	private UUID stoppedByItsFirstEvent() {
		UUID id = insert();
		this.broker.fail(false);
		relay();
		this.broker.heal();
		move(id);
		return id;
	}

	@Test
	void aHealthyAggregateIsNeverSkipped() {
		UUID id = insert();
		UUID event = UUID.fromString(this.it.raw(id).getList("out", Document.class).getFirst().getString("id"));
		assertThat(this.it.operations.skip(PARCELS, id.toString(), event)).isFalse();
	}

	@Test
	void aDrainThatSleptPastItsLeaseSendsNothing() {
		insert();
		this.clock.forward(Duration.ofSeconds(5).plusMillis(1));
		relay();
		assertThat(this.broker.log()).isEmpty();
	}

	@Test
	void aRelayThatWasOvertakenLeavesTheNewestRecordOnTop() {
		UUID id = insert();
		Runnable slow = this.handedOver.remove();
		this.broker.behave((message) -> {
			if (message.topic().equals(STATE) && message.sequence() == 1) {
				// the slow one stands before its last record; the other takes over and
				// finishes
				this.broker.heal();
				this.clock.forward(LEASE.plusMillis(1));
				move(id);
				poll();
			}
		});
		slow.run();
		assertThat(this.broker.sequences(STATE)).containsExactly(1L, 2L, 1L, 2L);
		assertThat(this.it.count("prune.lost")).isOne();
		assertThat(this.it.raw(id)).containsEntry("outHead", 2L);
	}

	@Test
	void aRelayThatWasOvertakenTakesNothingOutThatItDidNotSend() {
		UUID id = insert();
		Runnable slow = this.handedOver.remove();
		this.broker.behave((message) -> {
			if (message.topic().equals(STATE)) {
				// the other one sends and prunes the same event, and then a new one waits
				// in its place
				this.broker.heal();
				this.clock.forward(LEASE.plusMillis(1));
				poll();
				move(id);
				this.handedOver.clear();
			}
		});
		slow.run();
		this.clock.forward(LEASE.plusMillis(1));
		poll();
		assertThat(this.broker.sequences(LOG)).containsExactly(1L, 1L, 2L);
		assertThat(this.it.raw(id)).containsEntry("outHead", 2L);
	}

	@Test
	void theNewestIsSentAgainOnlyWhenAnotherWasSeen() {
		UUID id = insert();
		move(id);
		assertThat(this.it.outbox.resend(Parcel.class, id, 0)).as("while it waits").isFalse();
		relay();
		assertThat(this.it.outbox.resend(Parcel.class, id, 2)).isFalse();
		assertThat(this.it.outbox.resend(Parcel.class, id, 1)).isTrue();
		List<Message> state = this.broker.log(STATE);
		assertThat(state.getLast()).isEqualTo(state.get(1));
		assertThat(this.broker.sequences(LOG)).containsExactly(1L, 2L);
	}

	@Test
	void whatIsBusyAtShutdownIsWaitedForAndNothingMoreIsTaken() throws InterruptedException {
		insert();
		assertThat(this.it.relay.stop(Duration.ofMillis(1))).isFalse();
		relay();
		assertThat(this.it.relay.stop(Duration.ofMillis(1))).isTrue();
		UUID late = insert();
		assertThat(this.handedOver).isEmpty();
		assertThat(restOf(late)).as("left to the poller of another instance").isZero();
	}

	@Test
	void healthTellsWhetherEventsLeave() {
		OutboxWatch watch = new OutboxWatch(this.it.store, this.it.documents.collections(), this.it.meters, this.clock);
		OutboxHealthIndicator health = new OutboxHealthIndicator(this.it.meters, this.it.breaker);
		stoppedByItsFirstEvent();
		this.clock.forward(Duration.ofSeconds(30));
		watch.runOnce();
		assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.health().getDetails())
			.isEqualTo(Map.of("pending", 1L, "stuck", 1L, "oldestAgeSeconds", 30L, "breaker", "closed"));
		assertThat(this.it.registry.get("recruit.outbox.oldest.age").gauge().value()).isEqualTo(30);
	}

}
