package recruitment.candidate.repair;

import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitment.platform.error.Unavailable;
import recruitment.platform.privacy.WithoutMessages;

import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Notices within seconds that the database was lost. What store or broker do not let it
 * repair now, it repairs next time.
 */
@Component
@EnableScheduling
class RepairSchedule {

	private static final Logger log = LoggerFactory.getLogger(RepairSchedule.class);

	private final CandidateRebuild rebuild;

	RepairSchedule(CandidateRebuild rebuild) {
		this.rebuild = rebuild;
	}

	@Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
	void run() {
		try {
			this.rebuild.runOnce();
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
