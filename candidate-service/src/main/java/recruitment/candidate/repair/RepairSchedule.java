package recruitment.candidate.repair;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitment.platform.error.Unavailable;
import recruitment.platform.outbox.CompactedTopicAuditor;
import recruitment.platform.privacy.WithoutMessages;

import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * When the repairs run: a database that was lost is noticed within seconds, the topic is
 * audited at start and every hour. What store or broker do not let them do now, they do
 * next time.
 */
@Component
@EnableScheduling
class RepairSchedule {

	private static final Logger log = LoggerFactory.getLogger(RepairSchedule.class);

	private static final Duration BETWEEN_AUDITS = Duration.ofHours(1);

	private final CandidateRebuild rebuild;

	private final CompactedTopicAuditor auditor;

	private final Clock clock;

	private Instant nextAudit = Instant.EPOCH;

	RepairSchedule(CandidateRebuild rebuild, CompactedTopicAuditor auditor, Clock clock) {
		this.rebuild = rebuild;
		this.auditor = auditor;
		this.clock = clock;
	}

	@Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
	void run() {
		try {
			this.rebuild.runOnce();
			if (!this.clock.instant().isBefore(this.nextAudit)) {
				this.auditor.runOnce();
				this.nextAudit = this.clock.instant().plus(BETWEEN_AUDITS);
			}
		}
		catch (RuntimeException ex) {
			if (Unavailable.isCauseOf(ex)) {
				log.debug("repairs have to wait: {}", ex.getClass().getSimpleName());
			}
			else {
				log.error("repairs failed", WithoutMessages.of(ex));
			}
		}
	}

}
