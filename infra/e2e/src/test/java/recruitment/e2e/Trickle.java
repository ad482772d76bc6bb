package recruitment.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * People who book at a steady rate, each once, whatever becomes of the people before
 * them. Who gets no answer tries again with the same key.
 */
final class Trickle implements AutoCloseable {

	/** Seats of one evening; a new one is made before they are taken. */
	private static final int SEATS = 200;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final World world;

	private final String mark;

	private final List<UUID> evenings;

	private final AtomicInteger count = new AtomicInteger();

	private final List<CompletableFuture<World.Accepted>> bookings = Collections.synchronizedList(new ArrayList<>());

	private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

	private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();

	private final ScheduledFuture<?> pulse;

	private Trickle(World world, String mark, int perSecond, int most) {
		this.world = world;
		this.mark = mark;
		this.evenings = java.util.stream.IntStream.rangeClosed(0, most / SEATS)
			.mapToObj((i) -> world.newEvening(SEATS))
			.toList();
		this.pulse = this.clock.scheduleAtFixedRate(() -> next(most), 0, 1_000_000 / perSecond, TimeUnit.MICROSECONDS);
	}

	/**
	 * @param mark stands in every address, so that trickles are told apart
	 * @param most how many book at the most
	 */
	static Trickle start(World world, String mark, int perSecond, int most) {
		return new Trickle(world, mark, perSecond, most);
	}

	private void next(int most) {
		int number = this.count.get();
		if (number < most) {
			this.count.incrementAndGet();
			String email = "%s%d@example.org".formatted(this.mark, number);
			this.bookings.add(CompletableFuture.supplyAsync(
					() -> this.world.book(this.evenings.get(number / SEATS), "Person " + number, email, PATIENCE),
					this.people));
		}
	}

	/** Nobody new comes; returns everybody's booking once all have their answer. */
	List<World.Accepted> finish() {
		this.pulse.cancel(false);
		return List.copyOf(this.bookings).stream().map(CompletableFuture::join).toList();
	}

	/** How long the booking took that 99 in 100 did not exceed. */
	static Duration p99(List<World.Accepted> bookings) {
		List<Duration> sorted = bookings.stream().map(World.Accepted::took).sorted().toList();
		return sorted.get(Math.min(sorted.size() - 1, sorted.size() * 99 / 100));
	}

	@Override
	public void close() {
		this.clock.shutdownNow();
		this.people.shutdownNow();
	}

}
