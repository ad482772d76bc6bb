package recruitment.platform.outbox;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Runs the poller while the application runs. Stops after web and consumers, which still
 * write, and before the clients of store and broker.
 */
class OutboxLifecycle implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(OutboxLifecycle.class);

	private final OutboxPoller poller;

	private final OutboxWatch watch;

	private final OutboxRelay relay;

	private final OutboxProperties properties;

	private volatile @Nullable CountDownLatch stopping;

	private boolean failing;

	OutboxLifecycle(OutboxPoller poller, OutboxWatch watch, OutboxRelay relay, OutboxProperties properties) {
		this.poller = poller;
		this.watch = watch;
		this.relay = relay;
		this.properties = properties;
	}

	@Override
	public int getPhase() {
		return DEFAULT_PHASE - 4000;
	}

	@Override
	public void start() {
		CountDownLatch stop = new CountDownLatch(1);
		this.stopping = stop;
		this.relay.start();
		Thread.ofVirtual().name("outbox-poller").start(() -> pollUntil(stop));
	}

	private void pollUntil(CountDownLatch stop) {
		try {
			boolean stopped = false;
			while (!stopped) {
				stopped = stop.await(jittered(poll()).toMillis(), TimeUnit.MILLISECONDS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private Duration poll() {
		try {
			Duration rest = this.poller.runOnce();
			this.watch.runOnce();
			this.failing = false;
			return rest;
		}
		catch (RuntimeException ex) {
			// most likely the store is away; the poller outlives that, and says it once
			if (!this.failing) {
				logger.warn("The outbox cannot be looked after ({}), trying on", ex.getClass().getName());
			}
			this.failing = true;
			return this.properties.poll();
		}
	}

	/** Keeps instances that were started together from asking together. */
	private static Duration jittered(Duration rest) {
		return rest.multipliedBy(ThreadLocalRandom.current().nextInt(80, 121)).dividedBy(100);
	}

	@Override
	public void stop() {
		CountDownLatch stop = this.stopping;
		if (stop == null) {
			return;
		}
		stop.countDown();
		this.stopping = null;
		try {
			if (!this.relay.stop(this.properties.shutdown())) {
				logger.warn("{} aggregates were still being sent; a poller will repeat them", this.relay.inFlight());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.stopping != null;
	}

}
