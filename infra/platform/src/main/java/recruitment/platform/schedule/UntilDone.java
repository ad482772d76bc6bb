package recruitment.platform.schedule;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Takes one step, again and again, until it succeeds: what a service needs from the store
 * or the broker and cannot have while they are down. It holds up neither the start nor
 * the end of the service.
 */
public final class UntilDone implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(UntilDone.class);

	private static final Duration PAUSE = Duration.ofMillis(250);

	private final String what;

	private final Runnable step;

	private volatile @Nullable Thread thread;

	/**
	 * @param what names the step in the log
	 * @param step throws for as long as it cannot be done; harmless when taken twice
	 */
	public UntilDone(String what, Runnable step) {
		this.what = what;
		this.step = step;
	}

	@Override
	public void start() {
		Thread running = this.thread;
		if (running != null && running.isAlive()) {
			return;
		}
		this.thread = Thread.ofVirtual().name(this.what).start(this::run);
	}

	private void run() {
		boolean told = false;
		while (true) {
			try {
				this.step.run();
				if (told) {
					log.info("{}: done", this.what);
				}
				return;
			}
			catch (RuntimeException ex) {
				if (!told) {
					log.warn("{}: not yet ({}), trying on", this.what, ex.getClass().getName());
					told = true;
				}
			}
			try {
				Thread.sleep(PAUSE);
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

	@Override
	public void stop() {
		Thread running = this.thread;
		if (running != null) {
			running.interrupt();
			this.thread = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	/** Before everything that waits for it. */
	@Override
	public int getPhase() {
		return 0;
	}

}
