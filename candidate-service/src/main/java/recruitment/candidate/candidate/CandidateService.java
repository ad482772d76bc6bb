package recruitment.candidate.candidate;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import recruitment.platform.inbox.Incoming;
import recruitment.platform.inbox.Outcome;
import recruitment.platform.inbox.PoisonException;
import recruitment.platform.outbox.Outbox;

/** Folds booking events into candidate records. */
@Service
public class CandidateService {

	private final JsonMapper json = JsonMapper.builder().build();

	private final Outbox outbox;

	private final RecordsComplete records;

	CandidateService(Outbox outbox, RecordsComplete records) {
		this.outbox = outbox;
		this.records = records;
	}

	/**
	 * Opens or updates the record of the person whose booking it is.
	 * @throws RecordsComplete.Missing when the person is unknown in a database that may
	 * have lost them; to be tried again
	 */
	Outcome handle(Incoming<BookingNews> news) {
		UUID id = Candidate.idOf(news.event().person().key());
		Outbox derived = this.outbox.causedBy(news.id());
		AtomicReference<Outcome> outcome = new AtomicReference<>(Outcome.DUPLICATE);
		Optional<Candidate> known = derived.append(Candidate.class, id, (candidate) -> {
			boolean newer = candidate.positionOf(news.event().booking().id()) < news.sequence();
			List<CandidateEvent> events = candidate.hear(news);
			outcome.set(events.isEmpty() ? Outcome.DUPLICATE : newer ? Outcome.OK : Outcome.STALE);
			return events;
		});
		if (known.isPresent()) {
			return outcome.get();
		}
		this.records.require();
		Candidate opened = Candidate.open(news);
		try {
			derived.insert(opened, List.of(opened.opened()));
			return Outcome.OK;
		}
		catch (DuplicateKeyException another) {
			// another booking of the same person opened the record in between
			return handle(news);
		}
	}

	/**
	 * Adds a record that the database has lost; says nothing.
	 * @param newest the last that {@code candidate-state} tells of it
	 * @return false when the record is there, which is left as it is
	 * @throws PoisonException when it does not tell of the candidate that is its key
	 */
	public boolean restore(ConsumerRecord<String, byte[]> newest) {
		return this.outbox.restore(told(newest), newest);
	}

	/** Whether a record of {@code candidate-state} can be read back. */
	public boolean isRecord(ConsumerRecord<String, byte[]> state) {
		try {
			told(state);
			return true;
		}
		catch (PoisonException ex) {
			return false;
		}
	}

	private Candidate told(ConsumerRecord<String, byte[]> newest) {
		try {
			// both types have one shape: the whole record
			Candidate candidate = Candidate.of(this.json.readValue(newest.value(), CandidateEvent.Updated.class));
			if (candidate.id().toString().equals(newest.key())) {
				return candidate;
			}
		}
		catch (JacksonException | NullPointerException ex) {
			// as if it told of nobody
		}
		throw new PoisonException("no record of the candidate that is its key");
	}

}
