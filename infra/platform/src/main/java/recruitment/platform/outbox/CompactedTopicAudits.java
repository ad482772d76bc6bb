package recruitment.platform.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitment.platform.error.Unavailable;
import recruitment.platform.privacy.WithoutMessages;

import org.springframework.scheduling.annotation.Scheduled;

/**
 * Audits every compacted topic that this service writes: when it starts, and every hour.
 * What store or broker do not let it do now, it does a few seconds later.
 */
class CompactedTopicAudits {

	private static final Logger log = LoggerFactory.getLogger(CompactedTopicAudits.class);

	private static final Duration INTERVAL = Duration.ofHours(1);

	private final List<CompactedTopicAuditor> auditors;

	private final Clock clock;

	private Instant next = Instant.MIN;

	CompactedTopicAudits(List<CompactedTopicAuditor> auditors, Clock clock) {
		this.auditors = auditors;
		this.clock = clock;
	}

	@Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
	void onTime() {
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
