package recruitment.candidate.repair;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import recruitment.candidate.candidate.CandidateService;
import recruitment.candidate.candidate.RecordsComplete;
import recruitment.platform.outbox.CompactedTopic;
import recruitment.platform.schedule.UntilDone;

/**
 * Reads a lost database back: the records from {@code candidate-state}, and what it had
 * not told yet from the booking events, which the group hears again from the earliest one
 * kept (infra/docs/protocols.md, section 3).
 * <p>
 * Each step may be taken twice, and the mark of {@link RecordsComplete} is set by the
 * last one, so a rebuild that was killed is simply done again.
 */
@Component
class CandidateRebuild {

	private static final Logger log = LoggerFactory.getLogger(CandidateRebuild.class);

	private final ReentrantLock oneAtATime = new ReentrantLock();

	private final RecordsComplete records;

	private final CompactedTopic states;

	private final CandidateService candidates;

	private final BookingSubscription bookings;

	private final List<UntilDone> preparations;

	CandidateRebuild(RecordsComplete records, CompactedTopic states, CandidateService candidates,
			BookingSubscription bookings, List<UntilDone> preparations) {
		this.records = records;
		this.states = states;
		this.candidates = candidates;
		this.bookings = bookings;
		this.preparations = preparations;
	}

	/** Rebuilds unless the database is known to be complete. */
	void runOnce() {
		if (!this.records.isDeclared()) {
			rebuild();
		}
	}

	/**
	 * Adds to the database what it lacks; what it has stays as it is.
	 * @return how many records were read back; the booking events follow in their own
	 * time
	 */
	long rebuild() {
		this.oneAtATime.lock();
		try {
			this.records.revoke();
			// what the service prepared when it started, indexes above all, is lost as
			// well
			this.preparations.forEach(UntilDone::start);
			long restored = restore();
			this.bookings.rewind();
			this.records.declare();
			log.info("candidate records are complete, {} read back from {}", restored, this.states.name());
			return restored;
		}
		finally {
			this.oneAtATime.unlock();
		}
	}

	private long restore() {
		Map<String, Long> newest = new HashMap<>();
		this.states.read((state) -> {
			if (state.value() == null || this.candidates.isRecord(state)) {
				newest.merge(state.key(), rank(state), Math::max);
			}
			else {
				// holds up nobody else, and does not hide an older one that can be read
				log.error("{}-{}@{} cannot be read back", state.topic(), state.partition(), state.offset());
			}
		});
		AtomicLong restored = new AtomicLong();
		this.states.read((state) -> {
			boolean isNewest = state.value() != null && rank(state) == newest.getOrDefault(state.key(), 0L);
			if (isNewest && this.candidates.isRecord(state) && this.candidates.restore(state)) {
				restored.incrementAndGet();
			}
		});
		return restored.get();
	}

	/** A record that was taken back, by a tombstone, does not return. */
	private static long rank(ConsumerRecord<String, byte[]> state) {
		return (state.value() != null) ? CompactedTopic.sequence(state) : Long.MAX_VALUE;
	}

}
