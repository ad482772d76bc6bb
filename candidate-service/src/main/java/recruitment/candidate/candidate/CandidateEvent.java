package recruitment.candidate.candidate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import recruitment.candidate.candidate.Candidate.Booking;
import recruitment.candidate.candidate.Candidate.TimelineEntry;
import recruitment.platform.event.EventType;
import recruitment.platform.event.PublishedTo;

/**
 * What this service says of candidates. Every event carries the whole record:
 * {@code candidate-events} tells what happened, {@code candidate-state} keeps the newest
 * for each candidate, from which a lost database is read back.
 */
@PublishedTo({ "candidate-events", CandidateEvent.STATE_TOPIC })
sealed interface CandidateEvent {

	String STATE_TOPIC = "candidate-state";

	State candidate();

	Person person();

	@EventType("recruitment.candidate.opened.v1")
	record Opened(State candidate, Person person) implements CandidateEvent {
	}

	@EventType("recruitment.candidate.updated.v1")
	record Updated(State candidate, Person person) implements CandidateEvent {
	}

	record State(UUID id, String stage, Instant openedAt, List<Booking> bookings, List<TimelineEntry> timeline) {
	}

}
