package recruitment.platform.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * Visits every state that a model can reach, shortest ways first, and stops at the first
 * one that breaks a rule.
 *
 * @param <S> a state; an immutable value
 */
abstract class ModelChecker<S> {

	/** Tells of every step that is possible in a state, and where it leads. */
	abstract void steps(S state, BiConsumer<String, S> leadsTo);

	/** Which rule a state breaks that must hold at all times, if any. */
	abstract @Nullable String broken(S state);

	/** Which rule a state breaks that must hold when no step is left, if any. */
	abstract @Nullable String unfinished(S state);

	/** Whether to go on from a state; a model that never ends says no at some point. */
	boolean follows(S state) {
		return true;
	}

	Result explore(S start) {
		Map<S, Arrival<S>> seen = new HashMap<>();
		Queue<S> todo = new ArrayDeque<>();
		seen.put(start, new Arrival<>("", null));
		todo.add(start);
		int atRest = 0;
		while (!todo.isEmpty()) {
			S state = todo.remove();
			Map<S, String> next = new HashMap<>();
			steps(state, (label, reached) -> next.put(reached, label));
			atRest += next.isEmpty() ? 1 : 0;
			String violation = broken(state);
			if (violation == null && next.isEmpty()) {
				violation = unfinished(state);
			}
			if (violation != null) {
				return new Result(seen.size(), atRest, violation, way(seen, state));
			}
			next.forEach((reached, label) -> {
				if (follows(reached) && seen.putIfAbsent(reached, new Arrival<>(label, state)) == null) {
					todo.add(reached);
				}
			});
		}
		return new Result(seen.size(), atRest, null, List.of());
	}

	private static <S> List<String> way(Map<S, Arrival<S>> seen, S end) {
		List<String> way = new ArrayList<>();
		for (Arrival<S> at = seen.get(end); at != null && at.from() != null; at = seen.get(at.from())) {
			way.add(at.label());
		}
		Collections.reverse(way);
		return way;
	}

	private record Arrival<S>(String label, @Nullable S from) {
	}

	/**
	 * What was found.
	 *
	 * @param states how many were visited
	 * @param atRest those of them without a further step
	 * @param violation the broken rule, if any
	 * @param way the steps to it
	 */
	record Result(int states, int atRest, @Nullable String violation, List<String> way) {
	}

}
