package recruitment.booking.evening;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import recruitment.booking.seating.SeatLedger;
import recruitment.booking.seating.SeatLedger.State;
import recruitment.booking.seating.SeatLedgerStore;
import recruitment.platform.outbox.Outbox;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

import static org.springframework.data.mongodb.core.query.Criteria.where;

/**
 * Brings an evening and its ledger together where an action on both was cut short. Goes
 * forward only: what was begun is finished.
 */
@Service
public class EveningSettling {

	private final MongoOperations mongo;

	private final Outbox outbox;

	private final SeatLedgerStore seats;

	private final Clock clock;

	EveningSettling(MongoOperations mongo, Outbox outbox, SeatLedgerStore seats, Clock clock) {
		this.mongo = mongo;
		this.outbox = outbox;
		this.seats = seats;
		this.clock = clock;
	}

	/** The published evenings that are not over. */
	public List<UUID> current() {
		Query query = Query.query(where("status").is(EveningStatus.PUBLISHED).and("plan.end").gt(this.clock.instant()));
		return this.mongo.find(query, Evening.class).stream().map(Evening::id).toList();
	}

	/**
	 * Finishes a publication, a change or a cancellation.
	 * @return what its bookings are to tell; empty when there is no such evening
	 */
	public Optional<EveningFacts> settle(UUID id) {
		Evening evening = this.mongo.findById(id, Evening.class);
		if (evening == null) {
			return Optional.empty();
		}
		if (evening.status() == EveningStatus.PUBLISHED) {
			EveningPlan plan = evening.plan();
			Optional<SeatLedger> ledger = this.seats.find(id);
			if (ledger.isEmpty()) {
				this.seats.open(id, plan.capacity(), plan.opens(), plan.closes());
			}
			else if (ledger.get().state() != State.OPEN) {
				this.outbox.append(Evening.class, id, Evening::cancel);
			}
			else {
				follow(plan, ledger.get());
			}
		}
		else if (evening.status() == EveningStatus.DRAFT && isClosed(id)) {
			this.outbox.append(Evening.class, id, Evening::cancel);
		}
		return Optional.of(evening.facts());
	}

	private boolean isClosed(UUID id) {
		return this.seats.find(id).filter((ledger) -> ledger.state() != State.OPEN).isPresent();
	}

	/** The ledger follows the evening's hours, and the evening the ledger's capacity. */
	private void follow(EveningPlan plan, SeatLedger ledger) {
		if (!ledger.opens().equals(plan.opens()) || !ledger.closes().equals(plan.closes())) {
			this.seats.setHours(ledger.id(), plan.opens(), plan.closes());
		}
		if (ledger.capacity() != plan.capacity()) {
			this.outbox.append(Evening.class, ledger.id(), (evening) -> evening
				.follow(this.seats.find(ledger.id()).map(SeatLedger::capacity).orElse(plan.capacity())));
		}
	}

}
