package recruitment.platform.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Taking a seat: the ledger first, the booking second, recovery only forward. Every step
 * touches one document. Clients try, with one key or several, and may die after any step;
 * the last ones repeat a key. A reconciler plans from what it read earlier and acts
 * later, by conditional writes alone. Booking {@code b} belongs to person
 * {@code b / keys}.
 */
final class SeatLedgerModel extends ModelChecker<SeatLedgerModel.State> {

	private final int capacity;

	private final int persons;

	private final int keys;

	private final Variant variant;

	/** The booking that each client tries to make. */
	private final List<Integer> attempts = new ArrayList<>();

	SeatLedgerModel(int capacity, int persons, int keys, int replays, Variant variant) {
		this.capacity = capacity;
		this.persons = persons;
		this.keys = keys;
		this.variant = variant;
		this.attempts.addAll(bookings());
		this.attempts.addAll(bookings().subList(0, replays));
	}

	private List<Integer> bookings() {
		return IntStream.range(0, this.persons * this.keys).boxed().toList();
	}

	State start(int cancels) {
		return new State(this.capacity, Set.of(), List.of(), Collections.nCopies(bookings().size(), Booking.NONE),
				Collections.nCopies(this.attempts.size(), new Client(Phase.START, -1)), Set.of(), cancels);
	}

	@Override
	void steps(State state, BiConsumer<String, State> leadsTo) {
		for (int client = 0; client < this.attempts.size(); client++) {
			switch (state.clients().get(client).phase()) {
				case START -> arrive(state, client, leadsTo);
				case SEATED, QUEUED -> goOn(state, client, leadsTo);
				case DONE -> {
				}
			}
		}
		for (int booking : bookings()) {
			if (state.cancels() > 0 && state.booking(booking).isLive()) {
				leadsTo.accept("cancel " + booking, state.with(booking, Booking.CANCELLED).cancelled());
			}
		}
		if (this.variant == Variant.COUNTER_ONLY) {
			giveBackByCount(state, leadsTo);
		}
		else {
			reconcile(state, leadsTo);
		}
	}

	private void arrive(State state, int client, BiConsumer<String, State> leadsTo) {
		int booking = this.attempts.get(client);
		int seat = holder(state.seats(), booking);
		int queued = holder(state.queue(), booking);
		boolean free = state.free() > 0;
		if (this.variant == Variant.COUNTER_ONLY) {
			leadsTo.accept(client + " takes by count",
					free ? state.free(-1).with(client, Phase.SEATED, booking) : state.with(client, Phase.DONE, -1));
		}
		else if (seat >= 0) {
			leadsTo.accept(client + " sees seat " + seat, state.with(client, Phase.SEATED, seat));
		}
		else if (queued >= 0) {
			leadsTo.accept(client + " sees " + queued + " waiting", state.with(client, Phase.QUEUED, queued));
		}
		else if (free && (state.queue().isEmpty() || this.variant == Variant.NEWCOMER_FIRST)) {
			leadsTo.accept(client + " takes " + booking, state.seat(booking).with(client, Phase.SEATED, booking));
		}
		else {
			leadsTo.accept(client + " queues " + booking, state.enqueue(booking).with(client, Phase.QUEUED, booking));
		}
	}

	private void goOn(State state, int client, BiConsumer<String, State> leadsTo) {
		Client me = state.clients().get(client);
		int entry = me.entry();
		boolean mine = entry == this.attempts.get(client);
		if (mine && state.booking(entry) == Booking.NONE) {
			Booking made = (me.phase() == Phase.SEATED) ? Booking.CONFIRMED : Booking.WAITING;
			leadsTo.accept(client + " inserts " + entry, state.with(entry, made).with(client, Phase.DONE, -1));
		}
		else if (state.booking(entry).isFinal()) {
			// a left-over: a try with another key starts over, a replay is answered
			leadsTo.accept(client + " takes " + entry + " off",
					state.leave(entry).with(client, mine ? Phase.DONE : Phase.START, -1));
		}
		else {
			leadsTo.accept(client + " answers with " + entry, state.with(client, Phase.DONE, -1));
		}
		leadsTo.accept(client + " dies", state.with(client, Phase.DONE, -1));
	}

	private void reconcile(State state, BiConsumer<String, State> leadsTo) {
		if (state.plans().size() < 2) {
			wanted(state).stream()
				.filter((plan) -> !state.plans().contains(plan))
				.forEach((plan) -> leadsTo.accept("plan " + plan, state.plan(plan)));
		}
		state.plans().forEach((plan) -> leadsTo.accept("do " + plan, act(state.done(plan), plan)));
	}

	private Set<Plan> wanted(State state) {
		Set<Plan> wanted = new HashSet<>();
		List<Integer> entries = new ArrayList<>(state.seats());
		entries.addAll(state.queue());
		for (int entry : entries) {
			switch (state.booking(entry)) {
				case NONE ->
					wanted.add(new Plan((this.variant == Variant.GIVE_BACK) ? Act.TAKE_OFF : Act.ABANDON, entry));
				case CANCELLED, ABANDONED -> wanted.add(new Plan(Act.TAKE_OFF, entry));
				case WAITING -> {
					if (state.seats().contains(entry)) {
						wanted.add(new Plan(Act.CONFIRM, entry));
					}
				}
				case CONFIRMED -> {
				}
			}
		}
		if (state.free() > 0 && !state.queue().isEmpty()) {
			wanted.add(new Plan(Act.PROMOTE, state.queue().getFirst()));
		}
		return wanted;
	}

	private static State act(State state, Plan plan) {
		int booking = plan.booking();
		Booking now = state.booking(booking);
		return switch (plan.act()) {
			case CONFIRM -> (now == Booking.WAITING) ? state.with(booking, Booking.CONFIRMED) : state;
			case ABANDON -> (now == Booking.NONE) ? state.with(booking, Booking.ABANDONED) : state;
			case TAKE_OFF -> state.leave(booking);
			case PROMOTE -> {
				boolean stillHead = !state.queue().isEmpty() && state.queue().getFirst() == booking;
				yield (state.free() > 0 && stillHead) ? state.leave(booking).seat(booking) : state;
			}
		};
	}

	/** Broken: nobody knows whose seat it is that was lost. */
	private void giveBackByCount(State state, BiConsumer<String, State> leadsTo) {
		Plan give = new Plan(Act.TAKE_OFF, -1);
		long confirmed = state.bookings().stream().filter((booking) -> booking == Booking.CONFIRMED).count();
		if (this.capacity - state.free() > confirmed && !state.plans().contains(give)) {
			leadsTo.accept("sees a lost seat", state.plan(give));
		}
		if (state.plans().contains(give) && state.free() < this.capacity) {
			leadsTo.accept("gives one back", state.done(give).free(1));
		}
	}

	/** The entry that stands for the person of this booking, or -1. */
	private int holder(Iterable<Integer> entries, int booking) {
		for (int entry : entries) {
			boolean samePerson = entry / this.keys == booking / this.keys;
			if (entry == booking || (samePerson && this.variant != Variant.NO_PERSON)) {
				return entry;
			}
		}
		return -1;
	}

	@Override
	@Nullable String broken(State state) {
		List<Integer> confirmed = bookings().stream()
			.filter((booking) -> state.booking(booking) == Booking.CONFIRMED)
			.toList();
		List<Integer> live = bookings().stream()
			.filter((booking) -> state.booking(booking).isLive())
			.map((booking) -> booking / this.keys)
			.toList();
		if (confirmed.size() > this.capacity) {
			return "more confirmed than seats";
		}
		if (new HashSet<>(live).size() < live.size()) {
			return "one person holds two live bookings";
		}
		if (this.variant == Variant.COUNTER_ONLY) {
			return null;
		}
		if (state.free() < 0 || state.free() + state.seats().size() != this.capacity) {
			return "the ledger does not add up";
		}
		return state.seats().containsAll(confirmed) ? null : "confirmed without a seat";
	}

	@Override
	@Nullable String unfinished(State state) {
		if (this.variant == Variant.COUNTER_ONLY) {
			return null;
		}
		for (int booking : bookings()) {
			if (state.seats().contains(booking) != (state.booking(booking) == Booking.CONFIRMED)) {
				return "at rest: the seats are not the confirmed bookings";
			}
			if (state.queue().contains(booking) != (state.booking(booking) == Booking.WAITING)) {
				return "at rest: the queue is not the waiting bookings";
			}
		}
		return (state.free() > 0 && !state.queue().isEmpty()) ? "at rest: a free seat while somebody waits" : null;
	}

	enum Variant {

		SAFE, NEWCOMER_FIRST, COUNTER_ONLY, NO_PERSON, GIVE_BACK

	}

	enum Phase {

		START, SEATED, QUEUED, DONE

	}

	enum Booking {

		NONE, CONFIRMED, WAITING, CANCELLED, ABANDONED;

		boolean isLive() {
			return this == CONFIRMED || this == WAITING;
		}

		boolean isFinal() {
			return this == CANCELLED || this == ABANDONED;
		}

	}

	enum Act {

		CONFIRM, ABANDON, TAKE_OFF, PROMOTE

	}

	record Client(Phase phase, int entry) {
	}

	record Plan(Act act, int booking) {
	}

	record State(int free, Set<Integer> seats, List<Integer> queue, List<Booking> bookings, List<Client> clients,
			Set<Plan> plans, int cancels) {

		Booking booking(int booking) {
			return this.bookings.get(booking);
		}

		State free(int more) {
			return new State(this.free + more, this.seats, this.queue, this.bookings, this.clients, this.plans,
					this.cancels);
		}

		State seat(int booking) {
			Set<Integer> more = new TreeSet<>(this.seats);
			more.add(booking);
			return new State(this.free - 1, more, this.queue, this.bookings, this.clients, this.plans, this.cancels);
		}

		State enqueue(int booking) {
			List<Integer> longer = new ArrayList<>(this.queue);
			longer.add(booking);
			return new State(this.free, this.seats, longer, this.bookings, this.clients, this.plans, this.cancels);
		}

		/**
		 * Takes the entry out of seats or queue; nothing happens when it is in neither.
		 */
		State leave(int booking) {
			Set<Integer> seated = new TreeSet<>(this.seats);
			int freed = seated.remove(booking) ? 1 : 0;
			List<Integer> waiting = this.queue.stream().filter((entry) -> entry != booking).toList();
			return new State(this.free + freed, seated, waiting, this.bookings, this.clients, this.plans, this.cancels);
		}

		State with(int booking, Booking status) {
			List<Booking> changed = new ArrayList<>(this.bookings);
			changed.set(booking, status);
			return new State(this.free, this.seats, this.queue, changed, this.clients, this.plans, this.cancels);
		}

		State with(int client, Phase phase, int entry) {
			List<Client> changed = new ArrayList<>(this.clients);
			changed.set(client, new Client(phase, entry));
			return new State(this.free, this.seats, this.queue, this.bookings, changed, this.plans, this.cancels);
		}

		State plan(Plan plan) {
			Set<Plan> more = new HashSet<>(this.plans);
			more.add(plan);
			return new State(this.free, this.seats, this.queue, this.bookings, this.clients, more, this.cancels);
		}

		State done(Plan plan) {
			Set<Plan> fewer = new HashSet<>(this.plans);
			fewer.remove(plan);
			return new State(this.free, this.seats, this.queue, this.bookings, this.clients, fewer, this.cancels);
		}

		State cancelled() {
			return new State(this.free, this.seats, this.queue, this.bookings, this.clients, this.plans,
					this.cancels - 1);
		}

	}

}
