package recruitment.booking.reconcile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitment.booking.booking.Bookings;
import recruitment.booking.booking.Bookings.Standing;
import recruitment.booking.booking.Cancellations;
import recruitment.booking.evening.EveningFacts;
import recruitment.booking.evening.EveningSettling;
import recruitment.booking.seating.SeatLedger;
import recruitment.booking.seating.SeatLedger.Entry;
import recruitment.booking.seating.SeatLedger.State;
import recruitment.booking.seating.SeatLedgerStore;

import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Finishes what was cut short between evenings, seats and bookings. Goes forward only,
 * and by conditional updates, so that several of it, or one that acts on what it read
 * long ago, do no harm. See infra/docs/protocols.md, section 2.
 */
@Component
class SeatReconciler {

	private static final Logger log = LoggerFactory.getLogger(SeatReconciler.class);

	/** A seat taken so recently may belong to a request under way. */
	private static final Duration UNDER_WAY = Duration.ofSeconds(10);

	/** A request whose booking has not come by then will not bring it. */
	private static final Duration GIVEN_UP = Duration.ofSeconds(30);

	private static final Duration RECENTLY = Duration.ofHours(1);

	private static final int BATCH = 200;

	private final EveningSettling evenings;

	private final SeatLedgerStore seats;

	private final Bookings bookings;

	private final Cancellations cancellations;

	private final Clock clock;

	SeatReconciler(EveningSettling evenings, SeatLedgerStore seats, Bookings bookings, Cancellations cancellations,
			Clock clock) {
		this.evenings = evenings;
		this.seats = seats;
		this.bookings = bookings;
		this.cancellations = cancellations;
		this.clock = clock;
	}

	/**
	 * Looks after every evening that is ahead, or whose ledger has changed within the
	 * hour.
	 * @return the seats of all of them
	 */
	SeatCount runOnce() {
		Set<UUID> ids = new LinkedHashSet<>(this.evenings.current());
		ids.addAll(this.seats.restless(this.clock.instant().minus(RECENTLY)));
		SeatCount count = SeatCount.NONE;
		for (UUID id : ids) {
			try {
				count = count.plus(reconcile(id));
			}
			catch (TransientDataAccessException ex) {
				left("Evening", id, ex);
			}
		}
		return count;
	}

	/** Finishes one evening, as far as it can be finished by now. */
	SeatCount reconcile(UUID eveningId) {
		Optional<EveningFacts> evening = this.evenings.settle(eveningId);
		Optional<SeatLedger> found = this.seats.find(eveningId);
		if (evening.isEmpty() || found.isEmpty()) {
			return SeatCount.NONE;
		}
		SeatLedger ledger = found.get();
		SeatCount count = new SeatCount((ledger.state() == State.OPEN) ? ledger.free() : 0, 0, 0, 0);
		List<Entry> entries = ledger.seats();
		for (int from = 0; from < entries.size(); from += BATCH) {
			List<Entry> batch = entries.subList(from, Math.min(from + BATCH, entries.size()));
			Map<UUID, Standing> standings = this.bookings.standings(batch.stream().map(Entry::b).toList());
			for (Entry entry : batch) {
				try {
					count = count.plus(reconcile(ledger, evening.get(), entry, standings.get(entry.b())));
				}
				catch (TransientDataAccessException ex) {
					left("Booking", entry.b(), ex);
				}
			}
		}
		if (ledger.state() == State.CLOSING) {
			this.seats.closed(eveningId);
		}
		return withDrift(count, ledger);
	}

	private SeatCount reconcile(SeatLedger ledger, EveningFacts evening, Entry entry, @Nullable Standing booking) {
		Duration age = Duration.between(entry.at(), this.clock.instant());
		boolean closing = ledger.state() == State.CLOSING;
		if (booking == null) {
			if ((closing || age.compareTo(GIVEN_UP) >= 0) && this.bookings.abandon(entry.b())) {
				this.seats.release(ledger.id(), entry.b());
				log.info("Gave a seat back whose booking never came: evening {}", ledger.id());
			}
			return SeatCount.HELD;
		}
		if (booking.isFinal()) {
			if (closing || age.compareTo(UNDER_WAY) >= 0) {
				this.seats.release(ledger.id(), entry.b());
			}
			return SeatCount.HELD;
		}
		if (closing) {
			this.cancellations.withEvening(entry.b());
		}
		else if (booking.revision() < evening.revision()) {
			this.bookings.takeOver(entry.b(), evening);
		}
		return SeatCount.CONFIRMED;
	}

	/** Others go on: one that is always busy must not hold up the rest. */
	private static void left(String what, UUID id, TransientDataAccessException ex) {
		log.info("{} {} is left to the next round: {}", what, id, ex.getClass().getSimpleName());
	}

	/**
	 * How far ledger and bookings are apart, if nothing moves: of a ledger that has
	 * changed since it was read nothing can be said.
	 */
	private SeatCount withDrift(SeatCount count, SeatLedger before) {
		long confirmed = this.bookings.confirmed(before.id());
		boolean atRest = this.seats.find(before.id()).filter((now) -> now.v() == before.v()).isPresent();
		if (!atRest) {
			return count;
		}
		long books = before.capacity() - before.free() - (long) before.seats().size();
		return count.withDrift(Math.abs(confirmed - before.seats().size()) + Math.abs(books));
	}

}
