package recruitment.booking.evening;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import com.github.f4b6a3.uuid.UuidCreator;
import recruitment.booking.seating.SeatLedger;
import recruitment.booking.seating.SeatLedger.State;
import recruitment.booking.seating.SeatLedgerStore;
import recruitment.platform.error.Problem;
import recruitment.platform.outbox.Outbox;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * What staff do with evenings. The evening and its ledger are two documents: each action
 * writes them in an order that {@link EveningSettling} can finish.
 */
@Service
class EveningService {

	private final MongoOperations mongo;

	private final Outbox outbox;

	private final SeatLedgerStore seats;

	private final ApplicationEventPublisher within;

	private final Clock clock;

	EveningService(MongoOperations mongo, Outbox outbox, SeatLedgerStore seats, ApplicationEventPublisher within,
			Clock clock) {
		this.mongo = mongo;
		this.outbox = outbox;
		this.seats = seats;
		this.within = within;
		this.clock = clock;
	}

	EveningView create(NewEvening request) {
		Evening draft = new Evening(UuidCreator.getTimeOrderedEpoch(), request.slug(), null,
				request.plan(this.clock.instant()));
		draft.requireAlive(this.clock.instant());
		try {
			return view(this.outbox.insert(draft, List.of()));
		}
		catch (DuplicateKeyException ex) {
			throw Problem.of(HttpStatus.CONFLICT, "slug-taken", "Another evening has this name in its address.")
				.withErrors(List.of(new Problem.FieldError("slug", "This name is taken.")));
		}
	}

	/**
	 * @throws Problem as {@link IfMatch#require}
	 */
	EveningView publish(UUID id, IfMatch state) {
		if (this.seats.find(id).filter((ledger) -> ledger.state() != State.OPEN).isPresent()) {
			// its cancelling was cut short
			append(id, Evening::cancel);
		}
		Evening evening = append(id, (draft) -> {
			state.require(view(draft));
			return draft.publish(this.clock.instant());
		});
		EveningPlan plan = evening.plan();
		this.seats.open(id, plan.capacity(), plan.opens(), plan.closes());
		return view(evening);
	}

	/**
	 * Changes an evening. Of a published one, the ledger agrees to the capacity first,
	 * and the evening tells of what the ledger has.
	 * @throws Problem as {@link IfMatch#require}
	 */
	EveningView change(UUID id, IfMatch state, EveningChange change) {
		Evening read = find(id);
		state.require(view(read));
		boolean published = read.status() == EveningStatus.PUBLISHED;
		int capacity = read.plan().capacity();
		// refused as a whole before the ledger is touched
		read.change(change.to(read.plan()), this.clock.instant());
		boolean agreed = published && change.capacity() != null && resize(id, capacity, change.capacity());
		AtomicBoolean overtaken = new AtomicBoolean();
		Evening evening = append(id, (current) -> {
			// what the ledger has agreed to is not taken back; the rest of the change is
			overtaken.set(agreed && current.version() != read.version() && !state.isAny());
			if (overtaken.get()) {
				return current.follow(ledger(id).capacity());
			}
			if (!agreed) {
				state.require(view(current));
			}
			EveningPlan plan = change.to(current.plan());
			if (current.status() == EveningStatus.PUBLISHED) {
				plan = plan.withCapacity(published ? ledger(id).capacity() : current.plan().capacity());
			}
			return current.change(plan, this.clock.instant());
		});
		if (evening.status() == EveningStatus.PUBLISHED) {
			this.seats.setHours(id, evening.plan().opens(), evening.plan().closes());
			this.within.publishEvent(new EveningAltered(id));
		}
		if (overtaken.get()) {
			throw IfMatch.changedMeanwhile();
		}
		return view(evening);
	}

	/**
	 * Cancels an evening, and with it every booking of it.
	 * @throws Problem as {@link IfMatch#require}
	 */
	EveningView cancel(UUID id, IfMatch state) {
		Evening read = find(id);
		state.require(view(read));
		if (!read.status().isFinal()) {
			read.requireAlive(this.clock.instant());
		}
		this.seats.close(id);
		Evening evening = append(id, Evening::cancel);
		this.within.publishEvent(new EveningAltered(id));
		return view(evening);
	}

	/**
	 * Has the ledger change the number of seats, if it is still the one that the change
	 * is a change of.
	 * @return whether the ledger had something to agree to
	 */
	private boolean resize(UUID id, int from, int to) {
		if (from == to) {
			return false;
		}
		if (!this.seats.resize(id, from, to)) {
			SeatLedger ledger = ledger(id);
			int taken = ledger.capacity() - ledger.free();
			if (ledger.capacity() == from && to < taken) {
				throw Problem.of(HttpStatus.CONFLICT, "seats-taken", "%d seats are taken already.".formatted(taken))
					.withErrors(List
						.of(new Problem.FieldError("capacity", "The capacity is %d or more.".formatted(taken))));
			}
			if (ledger.capacity() != to) {
				throw tryAgain();
			}
			// agreed to by a request that was interrupted, or by another like this one
		}
		return true;
	}

	private SeatLedger ledger(UUID id) {
		return this.seats.find(id).orElseThrow(EveningService::tryAgain);
	}

	private Evening find(UUID id) {
		Evening evening = this.mongo.findById(id, Evening.class);
		if (evening == null) {
			throw unknown();
		}
		return evening;
	}

	private Evening append(UUID id, Function<Evening, List<EveningEvent>> decision) {
		return this.outbox.append(Evening.class, id, decision).orElseThrow(EveningService::unknown);
	}

	private EveningView view(Evening evening) {
		return EveningView.of(evening, this.seats.find(evening.id()).orElse(null), this.clock.instant());
	}

	private static Problem tryAgain() {
		return Problem.of(HttpStatus.CONFLICT, "try-again",
				"Others were changing this evening at the same moment. Please try again.");
	}

	static Problem unknown() {
		return Problem.of(HttpStatus.NOT_FOUND, "evening-unknown", "There is no such evening.");
	}

}
