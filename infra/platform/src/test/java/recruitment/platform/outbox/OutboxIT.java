package recruitment.platform.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.f4b6a3.uuid.UuidCreator;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import recruitment.platformtest.BackingServices;

import recruitment.platformtest.SetClock;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the write helper leaves in the store. */
class OutboxIT {

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
		mongo = OutboxFixture.template(client, "outbox-write");
	}

	@AfterAll
	static void disconnect() {
		mongo.getDb().drop();
		client.close();
	}

	@BeforeEach
	void start() {
		this.it = OutboxFixture.over(mongo, this.broker, this.handedOver::add, this.clock);
	}

	private Parcel insert() {
		Parcel parcel = new Parcel(UuidCreator.getTimeOrderedEpoch(), "fragile");
		return this.it.outbox.insert(parcel, parcel.packed());
	}

	private void relay() {
		while (!this.handedOver.isEmpty()) {
			this.handedOver.remove().run();
		}
	}

	@Test
	void anAggregateIsInsertedWithItsEvent() {
		Parcel parcel = insert();
		Document document = this.it.raw(parcel.id());
		assertThat(document).containsEntry("label", "fragile")
			.containsEntry("v", 1L)
			.containsEntry("outHead", 0L)
			.containsEntry("outDue", Date.from(this.clock.instant().plusSeconds(20)));
		assertThat(document.getList("out", Document.class)).singleElement()
			.satisfies((entry) -> assertThat(entry).containsEntry("t", "recruitment.parcel.packed.v1")
				.containsEntry("at", Date.from(this.clock.instant())));
	}

	@Test
	void anAggregateWithoutEventsIsNotDue() {
		Parcel parcel = new Parcel(UuidCreator.getTimeOrderedEpoch(), "quiet");
		this.it.outbox.insert(parcel, List.of());
		assertThat(this.it.raw(parcel.id())).doesNotContainKey("outDue").containsEntry("out", List.of());
		assertThat(this.handedOver).isEmpty();
	}

	@Test
	void anIdIsInsertedOnce() {
		Parcel parcel = insert();
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> this.it.outbox.insert(parcel, parcel.packed()));
	}

	@Test
	void whatIsAcknowledgedLeavesTheDocumentClean() {
		Parcel parcel = insert();
		relay();
		assertThat(this.it.raw(parcel.id())).containsEntry("outHead", 1L)
			.containsEntry("out", List.of())
			.doesNotContainKeys("outDue", "outOwner", "outTry", "outErr");
		assertThat(this.broker.log()).extracting(RecordedBroker.Message::topic)
			.containsExactly("candidate-events", "candidate-state");
	}

	@Test
	void aDecisionWritesOnlyTheFieldsItChanged() {
		Parcel parcel = insert();
		mongo.updateFirst(byId(parcel.id()), Update.update("added-by-a-newer-version", 7), "parcels");
		Parcel moved = this.it.outbox.append(Parcel.class, parcel.id(), Parcel::move).orElseThrow();
		assertThat(moved.place()).isOne();
		assertThat(this.it.raw(parcel.id())).containsEntry("added-by-a-newer-version", 7)
			.containsEntry("place", 1)
			.containsEntry("v", 2L)
			.containsEntry("visits", new Document("place-1", 1));
	}

	@Test
	void aFieldThatIsGoneIsRemoved() {
		Parcel parcel = insert();
		this.it.outbox.append(Parcel.class, parcel.id(), Parcel::tearLabelOff);
		assertThat(this.it.raw(parcel.id())).doesNotContainKey("label").containsEntry("v", 2L);
	}

	@Test
	void aDecisionThatChangesNothingWritesNothing() {
		Parcel parcel = insert();
		assertThat(this.it.outbox.append(Parcel.class, parcel.id(), (it) -> List.of())).isPresent();
		assertThat(this.it.raw(parcel.id())).containsEntry("v", 1L);
	}

	@Test
	void anUnknownIdIsToldByNothing() {
		assertThat(this.it.outbox.append(Parcel.class, UuidCreator.getTimeOrderedEpoch(), Parcel::move)).isEmpty();
	}

	@Test
	void aDecisionIsTakenAgainWhenSomebodyWroteInBetween() {
		Parcel parcel = insert();
		AtomicInteger decisions = new AtomicInteger();
		this.it.outbox.append(Parcel.class, parcel.id(), (it) -> {
			if (decisions.getAndIncrement() < 3) {
				this.it.outbox.append(Parcel.class, parcel.id(), Parcel::move);
			}
			return it.move();
		});
		assertThat(decisions).hasValue(4);
		assertThat(this.it.raw(parcel.id())).containsEntry("place", 4).containsEntry("v", 5L);
	}

	@Test
	void itGivesUpWhenOthersKeepWriting() {
		Parcel parcel = insert();
		assertThatExceptionOfType(OptimisticLockingFailureException.class)
			.isThrownBy(() -> this.it.outbox.append(Parcel.class, parcel.id(), (it) -> {
				this.it.outbox.append(Parcel.class, parcel.id(), Parcel::move);
				return it.move();
			}));
	}

	@Test
	void aConditionalUpdateWritesWhereItsConditionHolds() {
		Parcel parcel = insert();
		Query inPlace = byId(parcel.id()).addCriteria(Criteria.where("place").is(0));
		Update change = Update.update("place", 9).inc("visits.place-0", 1);
		assertThat(this.it.outbox.append(Parcel.class, inPlace, change, new ParcelEvent.Moved(parcel.id(), 9)))
			.hasValueSatisfying((moved) -> assertThat(moved.place()).isEqualTo(9));
		assertThat(this.it.outbox.append(Parcel.class, inPlace, change, new ParcelEvent.Moved(parcel.id(), 9)))
			.isEmpty();
		relay();
		assertThat(this.broker.sequences("candidate-state")).containsExactly(1L, 2L);
		assertThat(this.it.raw(parcel.id())).containsEntry("v", 2L);
	}

	@Test
	void aFullBacklogRefusesEventsAndIsToldFromAFailedCondition() {
		Parcel parcel = insert();
		this.it.outbox.append(Parcel.class, parcel.id(), (it) -> it.move(63));
		assertThatExceptionOfType(OutboxFullException.class)
			.isThrownBy(() -> this.it.outbox.append(Parcel.class, parcel.id(), Parcel::move));
		assertThatExceptionOfType(OutboxFullException.class).isThrownBy(() -> this.it.outbox.append(Parcel.class,
				byId(parcel.id()), Update.update("place", 1), new ParcelEvent.Moved(parcel.id(), 1)));
		assertThat(this.it.outbox.append(Parcel.class, parcel.id(), Parcel::tearLabelOff)).isPresent();
		relay();
		assertThat(this.it.outbox.append(Parcel.class, parcel.id(), Parcel::move)).isPresent();
	}

	@Test
	void onlyTheWriterThatMadeItNonEmptyHandsOver() {
		Parcel parcel = insert();
		this.it.outbox.append(Parcel.class, parcel.id(), Parcel::move);
		assertThat(this.handedOver).hasSize(1);
		relay();
		assertThat(this.broker.sequences("candidate-events")).containsExactly(1L, 2L);
	}

	@Test
	void aLaterWriteDoesNotPutRepairOff() {
		Parcel parcel = insert();
		Date due = this.it.raw(parcel.id()).getDate("outDue");
		this.clock.forward(Duration.ofSeconds(10));
		this.it.outbox.append(Parcel.class, parcel.id(), Parcel::move);
		assertThat(this.it.raw(parcel.id())).containsEntry("outDue", due);
	}

	@Test
	void anEventDerivedTwiceIsACopyAndSiblingsDiffer() {
		UUID cause = UuidCreator.getTimeOrderedEpoch();
		Parcel first = insert();
		Parcel second = insert();
		Outbox derived = this.it.outbox.causedBy(cause);
		derived.append(Parcel.class, first.id(), (it) -> it.move(2));
		derived.append(Parcel.class, second.id(), Parcel::move);
		relay();
		List<UUID> ids = this.broker.log("candidate-events").stream().map(RecordedBroker.Message::id).toList();
		assertThat(ids).hasSize(5).doesNotHaveDuplicates();
		this.it.store.on("parcels", (c) -> c.deleteOne(new Document("_id", second.id().toString())));
		this.it.outbox.insert(new Parcel(second.id(), "again"), List.of());
		derived.append(Parcel.class, second.id(), Parcel::move);
		relay();
		assertThat(this.broker.log("candidate-events").getLast().id()).isEqualTo(ids.getLast());
	}

	@Test
	void anAggregateThatThePollerWouldNotFindIsRefused() {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> this.it.outbox.insert(() -> "x", List.of()))
			.withMessageContaining("@Document");
	}

	private static Query byId(UUID id) {
		return Query.query(Criteria.where("_id").is(id));
	}

}
