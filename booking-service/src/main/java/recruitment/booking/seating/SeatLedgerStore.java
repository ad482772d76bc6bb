package recruitment.booking.seating;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import recruitment.booking.seating.SeatLedger.Entry;
import recruitment.booking.seating.SeatLedger.State;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

import static org.springframework.data.mongodb.core.query.Criteria.where;

/**
 * The updates of seat ledgers. Each is one conditional update of one document: whoever
 * does not match writes nothing, so repeating or racing does no harm.
 */
@Component
public class SeatLedgerStore {

	private final MongoOperations mongo;

	private final Clock clock;

	SeatLedgerStore(MongoOperations mongo, Clock clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	public Optional<SeatLedger> find(UUID evening) {
		return Optional.ofNullable(this.mongo.findById(evening, SeatLedger.class));
	}

	public List<SeatLedger> find(Collection<UUID> evenings) {
		return this.mongo.find(Query.query(where("_id").in(evenings)), SeatLedger.class);
	}

	/** The evenings whose ledgers are closing, or have changed after an instant. */
	public List<UUID> restless(Instant after) {
		Criteria either = new Criteria().orOperator(where("state").is(State.CLOSING), where("changed").gt(after));
		Query query = Query.query(either);
		query.fields().include("_id");
		return this.mongo.find(query, Id.class, this.mongo.getCollectionName(SeatLedger.class))
			.stream()
			.map(Id::id)
			.toList();
	}

	/** Makes the ledger of an evening that has none. */
	public void open(UUID evening, int capacity, Instant opens, Instant closes) {
		insert(new SeatLedger(evening, State.OPEN, opens, closes, capacity, capacity, List.of(), List.of(),
				this.clock.instant(), 1));
	}

	/**
	 * Takes a seat.
	 * @return false when the ledger is not open, is full, has somebody waiting, or names
	 * this booking or this person already
	 */
	public boolean take(UUID evening, UUID booking, String person) {
		Instant now = this.clock.instant();
		Criteria free = where("_id").is(evening)
			.and("state")
			.is(State.OPEN)
			.and("opens")
			.lte(now)
			.and("closes")
			.gt(now)
			.and("free")
			.gt(0)
			.and("wait.0")
			.exists(false)
			.and("seats.c")
			.ne(person)
			.and("seats.b")
			.ne(booking);
		return update(free, new Update().inc("free", -1).push("seats", new Entry(booking, person, now)));
	}

	/**
	 * Gives the seat of a booking back. Only for a booking that is final: a seat whose
	 * booking is merely missing may get it yet.
	 * @return false when the booking holds none
	 */
	public boolean release(UUID evening, UUID booking) {
		Criteria held = where("_id").is(evening).and("seats.b").is(booking);
		return update(held, new Update().inc("free", 1).pull("seats", Query.query(where("b").is(booking))));
	}

	/**
	 * Changes the number of seats by a difference; {@code free} is never computed anew.
	 * @return false when the capacity is no longer {@code from}, or more seats are taken
	 * than would be left
	 */
	public boolean resize(UUID evening, int from, int to) {
		int more = to - from;
		Criteria room = where("_id").is(evening).and("capacity").is(from).and("free").gte(-more);
		return update(room, new Update().inc("free", more).inc("capacity", more));
	}

	public void setHours(UUID evening, Instant opens, Instant closes) {
		update(where("_id").is(evening), new Update().set("opens", opens).set("closes", closes));
	}

	/**
	 * Takes no further booking, for an evening that is to be cancelled. A ledger that is
	 * missing is made, so that nobody opens one afterwards.
	 */
	public void close(UUID evening) {
		Criteria open = where("_id").is(evening).and("state").is(State.OPEN);
		Update closing = new Update().set("state", State.CLOSING);
		if (!update(open, closing)) {
			Instant now = this.clock.instant();
			insert(new SeatLedger(evening, State.CLOSING, now, now, 0, 0, List.of(), List.of(), now, 1));
			update(open, closing);
		}
	}

	/** Ends the closing once nobody holds a seat or waits for one. */
	public void closed(UUID evening) {
		update(where("_id").is(evening)
			.and("state")
			.is(State.CLOSING)
			.and("seats.0")
			.exists(false)
			.and("wait.0")
			.exists(false), new Update().set("state", State.CLOSED));
	}

	private void insert(SeatLedger ledger) {
		try {
			this.mongo.insert(ledger);
		}
		catch (DuplicateKeyException ex) {
			// another has made it
		}
	}

	private boolean update(Criteria condition, Update change) {
		change.inc("v", 1).set("changed", this.clock.instant());
		return this.mongo.updateFirst(Query.query(condition), change, SeatLedger.class).getMatchedCount() == 1;
	}

	private record Id(UUID id) {
	}

}
