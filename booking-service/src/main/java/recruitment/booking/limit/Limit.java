package recruitment.booking.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;

/**
 * So many within a window for each of those who come: a bucket of tokens for everybody.
 */
class Limit {

	private final Bandwidth bandwidth;

	private final TimeMeter time;

	private final Cache<String, Bucket> buckets;

	Limit(int most, LimitSettings settings, Clock clock) {
		this.bandwidth = Bandwidth.builder().capacity(most).refillGreedy(most, settings.window()).build();
		this.time = new InjectedTime(clock);
		// forgotten on the caller's thread, so that the bound holds
		this.buckets = Caffeine.newBuilder().maximumSize(settings.remembered()).executor(Runnable::run).build();
	}

	/**
	 * Lets one in.
	 * @return how long to wait, in whole seconds, when there have been too many
	 */
	Optional<Duration> take(String who) {
		ConsumptionProbe taken = this.buckets.get(who, (unknown) -> bucket()).tryConsumeAndReturnRemaining(1);
		return taken.isConsumed() ? Optional.empty() : Optional
			.of(Duration.ofNanos(taken.getNanosToWaitForRefill()).plusSeconds(1).truncatedTo(ChronoUnit.SECONDS));
	}

	private Bucket bucket() {
		return Bucket.builder().addLimit(this.bandwidth).withCustomTimePrecision(this.time).build();
	}

	private record InjectedTime(Clock clock) implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			return TimeUnit.MILLISECONDS.toNanos(this.clock.millis());
		}

		@Override
		public boolean isWallClockBased() {
			return true;
		}

	}

}
