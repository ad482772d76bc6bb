package recruitment.platform.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * One aggregate document, the log of its topic, and relays that read, send and prune it.
 * Every store operation is one step; between any two of them a relay may die, or sleep
 * for as long as it likes and then go on. A relay may take the document over whenever it
 * likes, which is worse than any lease or clock.
 */
final class OutboxModel extends ModelChecker<OutboxModel.State> {

	/** How far copies of records are followed. */
	private static final int COPIES = 6;

	private final int events;

	private final int faults;

	private final Variant variant;

	OutboxModel(int events, int faults, Variant variant) {
		this.events = events;
		this.faults = faults;
		this.variant = variant;
	}

	static State start(int relays) {
		return new State(List.of(), 0, List.of(), Collections.nCopies(relays, Relay.IDLE), 0, 0);
	}

	@Override
	void steps(State state, BiConsumer<String, State> leadsTo) {
		if (state.written() < this.events) {
			leadsTo.accept("write " + (state.written() + 1), state.write());
		}
		for (int r = 0; r < state.relays().size(); r++) {
			int at = r;
			relaySteps(state, state.relays().get(r), (label, next) -> leadsTo.accept("relay " + at + " " + label, next),
					at);
		}
	}

	@Override
	boolean follows(State state) {
		return state.log().size() <= this.events + COPIES;
	}

	private void relaySteps(State state, Relay relay, BiConsumer<String, State> leadsTo, int r) {
		boolean mayFail = state.failed() < this.faults;
		switch (relay.phase()) {
			case IDLE -> {
				if (!state.out().isEmpty()) {
					leadsTo.accept("reads",
							state.with(r, new Relay(Phase.SEND, state.out(), state.head(), 0, Set.of())));
				}
			}
			case SEND -> {
				if (this.variant == Variant.PIPELINED) {
					sendAllAtOnce(state, relay, leadsTo, r);
				}
				else {
					sendNext(state, relay, leadsTo, r);
				}
			}
			case PRUNE -> prune(state, relay, leadsTo, r);
			case LOOK_AGAIN -> lookAgain(state, relay, leadsTo, r);
			case REPEAT -> leadsTo.accept("repeats the newest",
					state.append(relay.head(), relay.head()).with(r, relay.to(Phase.LOOK_AGAIN, 0)));
		}
		if (relay.phase() != Phase.IDLE && mayFail) {
			leadsTo.accept("dies", state.with(r, Relay.IDLE).fail());
		}
	}

	private void sendNext(State state, Relay relay, BiConsumer<String, State> leadsTo, int r) {
		int event = relay.read().get(relay.sent());
		boolean last = relay.sent() + 1 == relay.read().size();
		Relay acked = relay.to(last ? Phase.PRUNE : Phase.SEND, relay.sent() + 1);
		Relay givenUp = (relay.sent() > 0) ? relay.to(Phase.PRUNE, relay.sent()) : Relay.IDLE;
		State arrived = state.append(relay.head() + relay.sent() + 1, event);
		leadsTo.accept("sends " + event, arrived.with(r, acked));
		if (state.failed() < this.faults) {
			leadsTo.accept("sends " + event + ", unacknowledged", arrived.with(r, givenUp).fail());
			leadsTo.accept("fails to send " + event, state.with(r, givenUp).fail());
		}
	}

	/** Broken: hands everything over and lets the records arrive in any order. */
	private void sendAllAtOnce(State state, Relay relay, BiConsumer<String, State> leadsTo, int r) {
		List<Integer> read = relay.read();
		IntStream.range(0, read.size()).filter((i) -> !relay.arrived().contains(i)).forEach((i) -> {
			Set<Integer> arrived = new TreeSet<>(relay.arrived());
			arrived.add(i);
			leadsTo.accept("delivers " + read.get(i), state.append(relay.head() + i + 1, read.get(i))
				.with(r, new Relay(Phase.SEND, read, relay.head(), 0, arrived)));
		});
		if (relay.arrived().size() == read.size()) {
			leadsTo.accept("has all acknowledged", state.with(r, relay.to(Phase.PRUNE, read.size())));
		}
	}

	private void prune(State state, Relay relay, BiConsumer<String, State> leadsTo, int r) {
		int count = relay.sent();
		boolean stands = state.head() == relay.head() && state.out().size() >= count
				&& state.out().subList(0, count).equals(relay.read().subList(0, count));
		if (stands || this.variant == Variant.PRUNE_WITHOUT_COMPARING) {
			leadsTo.accept("prunes " + count, state.prune(count).with(r, Relay.IDLE));
		}
		else if (this.variant == Variant.LOST_PRUNE_REPEATS_NEWEST) {
			leadsTo.accept("finds it pruned", state.with(r, new Relay(Phase.LOOK_AGAIN, List.of(), -1, 0, Set.of())));
		}
		else {
			leadsTo.accept("finds it pruned", state.with(r, Relay.IDLE));
		}
	}

	/**
	 * In a compacted topic the last record wins, so the relay repeats the newest until
	 * nothing newer has come while it did; its memory is the head that it has repeated.
	 */
	private void lookAgain(State state, Relay relay, BiConsumer<String, State> leadsTo, int r) {
		if (!state.out().isEmpty()) {
			leadsTo.accept("drains on", state.with(r, new Relay(Phase.SEND, state.out(), state.head(), 0, Set.of())));
		}
		else if (state.head() == relay.head()) {
			leadsTo.accept("is content", state.with(r, Relay.IDLE));
		}
		else {
			leadsTo.accept("sees the newest",
					state.with(r, new Relay(Phase.REPEAT, List.of(), state.head(), 0, Set.of())));
		}
	}

	@Override
	@Nullable String broken(State state) {
		List<Integer> firsts = new ArrayList<>();
		for (Message message : state.log()) {
			if (message.sequence() != message.event()) {
				return "sequence " + message.sequence() + " carries event " + message.event();
			}
			if (!firsts.contains(message.event())) {
				firsts.add(message.event());
			}
		}
		if (!firsts.equals(numbers(1, firsts.size()))) {
			return "first occurrences out of order";
		}
		if (firsts.size() < state.head()) {
			return "pruned, but never in the log";
		}
		return state.out().equals(numbers(state.head() + 1, state.written())) ? null : "the document does not add up";
	}

	@Override
	@Nullable String unfinished(State state) {
		if (!state.out().isEmpty() || state.written() != this.events) {
			return "at rest with events that wait";
		}
		boolean copyOnTop = state.log().getLast().event() != this.events;
		return (this.variant == Variant.LOST_PRUNE_REPEATS_NEWEST && state.failed() == 0 && copyOnTop)
				? "at rest with an old copy as the last record" : null;
	}

	private static List<Integer> numbers(int from, int to) {
		return IntStream.rangeClosed(from, to).boxed().toList();
	}

	enum Variant {

		SAFE, LOST_PRUNE_REPEATS_NEWEST, PIPELINED, PRUNE_WITHOUT_COMPARING

	}

	enum Phase {

		IDLE, SEND, PRUNE, LOOK_AGAIN, REPEAT

	}

	record Message(int sequence, int event) {
	}

	/**
	 * What a relay knows.
	 *
	 * @param read {@code out} as it read it
	 * @param head {@code outHead} as it read it
	 * @param sent how many of them are acknowledged
	 * @param arrived which of them are, where they are not sent one by one
	 */
	record Relay(Phase phase, List<Integer> read, int head, int sent, Set<Integer> arrived) {

		static final Relay IDLE = new Relay(Phase.IDLE, List.of(), 0, 0, Set.of());

		Relay to(Phase phase, int sent) {
			return new Relay(phase, this.read, this.head, sent, Set.of());
		}

	}

	record State(List<Integer> out, int head, List<Message> log, List<Relay> relays, int written, int failed) {

		State write() {
			return new State(plus(this.out, this.written + 1), this.head, this.log, this.relays, this.written + 1,
					this.failed);
		}

		State append(int sequence, int event) {
			return new State(this.out, this.head, plus(this.log, new Message(sequence, event)), this.relays,
					this.written, this.failed);
		}

		State prune(int count) {
			int left = Math.min(count, this.out.size());
			return new State(List.copyOf(this.out.subList(left, this.out.size())), this.head + count, this.log,
					this.relays, this.written, this.failed);
		}

		State with(int r, Relay relay) {
			List<Relay> changed = new ArrayList<>(this.relays);
			changed.set(r, relay);
			return new State(this.out, this.head, this.log, List.copyOf(changed), this.written, this.failed);
		}

		State fail() {
			return new State(this.out, this.head, this.log, this.relays, this.written, this.failed + 1);
		}

		private static <T> List<T> plus(List<T> list, T element) {
			List<T> longer = new ArrayList<>(list);
			longer.add(element);
			return List.copyOf(longer);
		}

	}

}
