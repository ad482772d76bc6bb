package recruitment.local.command;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import com.mongodb.MongoException;

import recruitment.local.LocalStack;
import recruitment.local.show.Tokens;

/**
 * Drops the database of candidate-service and lets the service read it back, as it does
 * whenever it finds its database lost. Nothing is dropped that {@code candidate-state}
 * does not have.
 */
final class Rebuild {

	private static final String SURE = "--yes";

	private static final Duration STEP = Duration.ofMillis(500);

	private static final Duration TOLD = Duration.ofSeconds(20);

	private static final Duration READ_BACK = Duration.ofMinutes(10);

	/** For what is read from the booking events beside {@code candidate-state}. */
	private static final Duration HEARD_AGAIN = Duration.ofSeconds(30);

	private final DataFolder data;

	private final LocalStack stack;

	private Rebuild(DataFolder data) {
		this.data = data;
		this.stack = data.stack().build();
	}

	static void run(DataFolder data, List<String> arguments) {
		boolean sure = arguments.contains(SURE);
		if (!arguments.stream().filter((word) -> !word.equals(SURE)).toList().equals(List.of("candidates"))) {
			throw new Refusal("Only candidates can be rebuilt: infra/recruit rebuild candidates");
		}
		new Rebuild(data).run(sure);
	}

	private void run(boolean sure) {
		if (this.stack.given(this.stack.store()).isPresent() && !sure) {
			throw new Refusal("This drops the database candidate of the store that MONGODB_URI names. "
					+ "If that is meant: infra/recruit rebuild candidates " + SURE);
		}
		try (CandidateDatabase database = new CandidateDatabase(this.stack.storeUri())) {
			long records = database.records();
			// has the topic told again whatever it lacks
			new Actuator(this.stack.service("candidate"), new Tokens(this.stack)).post("compactedtopics", Map.of());
			if (!within(TOLD, () -> database.untold() == 0)) {
				throw new Refusal(
						"Nothing was dropped: %d records wait to be told to their topics. ".formatted(database.untold())
								+ "See: infra/recruit status");
			}
			long begun = System.nanoTime();
			dropWhileStopped(database);
			say("dropped    %,8d records; the service has started again", records);
			long back = await(database, records);
			say("Rebuilt %,d of %,d records in %.1f s.", back, records, (System.nanoTime() - begun) / 1e9);
			if (back < records) {
				throw new Refusal("The others are read from the booking events as they are heard again. "
						+ "Watch it: infra/recruit logs -f candidate");
			}
		}
		catch (MongoException ex) {
			throw new Refusal("The store does not answer. See to it: infra/recruit status\n"
					+ "Whatever its database lacks then, candidate-service reads back by itself.");
		}
	}

	/** Stopped first: what it hears in between would wait untold in what is dropped. */
	private void dropWhileStopped(CandidateDatabase database) {
		Control.ask(this.data, "stop", "candidate");
		try {
			if (database.untold() > 0) {
				throw new Refusal(
						"Nothing was dropped: records changed at the last moment and wait to be told. " + "Try again.");
			}
			database.drop();
		}
		finally {
			start();
		}
	}

	private void start() {
		Control.ask(this.data, "start", "candidate");
	}

	private long await(CandidateDatabase database, long records) {
		AtomicLong told = new AtomicLong();
		boolean complete = within(READ_BACK, () -> {
			long back = database.records();
			if (told.getAndSet(back) != back) {
				say("read back  %,8d", back);
			}
			return database.isComplete();
		});
		if (!complete) {
			throw new Refusal("It is not complete yet. Watch it: infra/recruit logs -f candidate");
		}
		within(HEARD_AGAIN, () -> database.records() >= records);
		return database.records();
	}

	private static boolean within(Duration time, BooleanSupplier condition) {
		long deadline = System.nanoTime() + time.toNanos();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > deadline) {
				return false;
			}
			try {
				Thread.sleep(STEP);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return false;
			}
		}
		return true;
	}

	private static void say(String format, Object... arguments) {
		System.out.println(String.format(Locale.ROOT, format, arguments));
	}

}
