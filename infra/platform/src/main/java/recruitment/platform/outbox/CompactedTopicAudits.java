package recruitment.platform.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitment.platform.error.Unavailable;
import recruitment.platform.privacy.WithoutMessages;

import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/**
 * Audits every compacted topic that this service writes: when it starts, and every hour.
 * What store or broker do not let it do now, it does a few seconds later.
 */
class CompactedTopicAudits implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(CompactedTopicAudits.class);

	private static final Duration PAUSE = Duration.ofSeconds(2);

	private static final Duration INTERVAL = Duration.ofHours(1);

	private final List<CompactedTopicAuditor> auditors;

	private final Clock clock;

	private Instant next = Instant.MIN;

	/** Of its own: an audit that waits for the broker holds up nothing else. */
	private @Nullable SimpleAsyncTaskScheduler scheduler;

	CompactedTopicAudits(List<CompactedTopicAuditor> auditors, Clock clock) {
		this.auditors = auditors;
		this.clock = clock;
	}

	@Override
	public synchronized void start() {
		SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
		scheduler.setVirtualThreads(true);
		scheduler.setThreadNamePrefix("audit-");
		scheduler.scheduleWithFixedDelay(this::onTime, PAUSE);
		this.scheduler = scheduler;
	}

	@Override
	public synchronized void stop() {
		if (this.scheduler != null) {
			this.scheduler.close();
			this.scheduler = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.scheduler != null;
	}

	private void onTime() {
		Instant now = this.clock.instant();
		if (now.isBefore(this.next)) {
			return;
		}
		try {
			runOnce();
			this.next = now.plus(INTERVAL);
		}
		catch (RuntimeException ex) {
			if (Unavailable.isCauseOf(ex)) {
				log.debug("the audit of compacted topics has to wait: {}", ex.getClass().getSimpleName());
			}
			else {
				// again in an hour: what is wrong with a record stays wrong
				this.next = now.plus(INTERVAL);
				log.error("compacted topics could not be audited", WithoutMessages.of(ex));
			}
		}
	}

	/**
	 * Audits now.
	 * @return how many events were sent again
	 */
	long runOnce() {
		return this.auditors.stream().mapToLong(CompactedTopicAuditor::runOnce).sum();
	}

}
