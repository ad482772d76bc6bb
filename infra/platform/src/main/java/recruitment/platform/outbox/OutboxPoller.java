package recruitment.platform.outbox;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;

/**
 * Repairs: finds aggregates whose events have waited too long, because their writer died,
 * its hint was dropped or the broker was away, and has them drained. Runs on every
 * instance; a claim keeps them apart.
 */
class OutboxPoller {

	private final OutboxRepair repair;

	private final OutboxRelay relay;

	private final Breaker breaker;

	private final List<String> collections;

	private final OutboxProperties properties;

	private Duration rest;

	OutboxPoller(OutboxRepair repair, OutboxRelay relay, Breaker breaker, List<String> collections,
			OutboxProperties properties) {
		this.repair = repair;
		this.relay = relay;
		this.breaker = breaker;
		this.collections = collections;
		this.properties = properties;
		this.rest = properties.poll();
	}

	/**
	 * Claims one page of every collection and hands it to the relay; one aggregate in all
	 * as a probe while the broker is away.
	 * @return how long to rest before the next run
	 */
	Duration runOnce() {
		if (this.breaker.isOpen()) {
			if (this.breaker.letsProbe()) {
				probe();
			}
			return this.properties.poll();
		}
		boolean full = false;
		boolean found = false;
		for (String collection : this.collections) {
			int limit = Math.min(this.properties.page(), this.relay.room());
			int claimed = (limit > 0) ? claim(collection, limit) : 0;
			full |= claimed == this.properties.page();
			found |= claimed > 0;
		}
		if (full) {
			return Duration.ZERO;
		}
		this.rest = found ? this.properties.poll() : longer(this.rest);
		return this.rest;
	}

	private void probe() {
		// one of each: what one collection cannot send tells nothing about the others
		this.collections.forEach((collection) -> claim(collection, 1));
	}

	private int claim(String collection, int limit) {
		List<Object> ids = this.repair.due(collection, limit);
		if (ids.isEmpty()) {
			return 0;
		}
		UUID token = UuidCreator.getTimeOrderedEpoch();
		this.repair.claim(collection, ids, token);
		this.repair.claimed(collection, ids, token).forEach(this.relay::repair);
		return ids.size();
	}

	private Duration longer(Duration rest) {
		Duration twice = rest.multipliedBy(2);
		return (twice.compareTo(this.properties.idlePoll()) < 0) ? twice : this.properties.idlePoll();
	}

}
