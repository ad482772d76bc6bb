package recruitment.candidate.candidate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.github.f4b6a3.uuid.UuidCreator;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.mapping.Document;
import recruitment.platform.inbox.Incoming;
import recruitment.platform.outbox.Aggregate;
import recruitment.platform.privacy.Pii;

/**
 * The record of one person across all evenings.
 * <p>
 * It is a fold of booking events in which neither their order nor their number matters,
 * only which of them were heard: each booking stands as its highest sequence tells it,
 * the timeline holds the newest hundred, the person is as the newest of them tells, and
 * the record opened with the oldest. Times are those of the events. So two databases that
 * heard the same are equal, and a rebuilt one is what was lost (infra/docs/protocols.md,
 * section 3).
 */
@Document("candidates")
class Candidate implements Aggregate {

	static final int TIMELINE = 100;

	private static final UUID NAMESPACE = UUID.fromString("6f0c2a52-5d0e-4c3b-9a55-3f5b0c1d7e94");

	@Id
	private final UUID id;

	private final String stage;

	private Instant openedAt;

	private Person person;

	private List<Booking> bookings;

	private List<TimelineEntry> timeline;

	private SearchTerms search;

	@PersistenceCreator
	Candidate(UUID id, String stage, Instant openedAt, Person person, List<Booking> bookings,
			List<TimelineEntry> timeline) {
		this.id = id;
		this.stage = stage;
		this.openedAt = openedAt;
		this.person = person;
		this.bookings = bookings;
		this.timeline = timeline;
		this.search = SearchTerms.of(person);
	}

	/** Where the record of a person is; the same for ever. */
	static UUID idOf(String personKey) {
		return UuidCreator.getNameBasedSha1(NAMESPACE, personKey);
	}

	/** A record as an event of this service told it. */
	static Candidate of(CandidateEvent event) {
		CandidateEvent.State state = event.candidate();
		return new Candidate(state.id(), state.stage(), state.openedAt(), event.person(), state.bookings(),
				state.timeline());
	}

	/** The record that the first news of a person opens. */
	static Candidate open(Incoming<BookingNews> news) {
		Person person = news.event().person();
		Candidate candidate = new Candidate(idOf(person.key()), "interested", news.at().truncatedTo(ChronoUnit.MILLIS),
				person, List.of(), List.of());
		candidate.fold(news);
		return candidate;
	}

	CandidateEvent opened() {
		return new CandidateEvent.Opened(state(), this.person);
	}

	/** Takes over what is new in an event; says nothing when nothing is. */
	List<CandidateEvent> hear(Incoming<BookingNews> news) {
		return fold(news) ? List.of(new CandidateEvent.Updated(state(), this.person)) : List.of();
	}

	/**
	 * The sequence that this record has taken over of a booking, 0 when it is not known.
	 */
	long positionOf(UUID booking) {
		return this.bookings.stream().filter((known) -> known.id().equals(booking)).mapToLong(Booking::seq).sum();
	}

	private boolean fold(Incoming<BookingNews> news) {
		Booking booking = Booking.of(news);
		TimelineEntry entry = TimelineEntry.of(news);
		boolean changed = false;
		if (positionOf(booking.id()) < booking.seq()) {
			this.bookings = Stream
				.concat(this.bookings.stream().filter((known) -> !known.id().equals(booking.id())), Stream.of(booking))
				.sorted(Booking.ORDER)
				.toList();
			changed = true;
		}
		if (isNews(entry)) {
			List<TimelineEntry> all = Stream.concat(this.timeline.stream(), Stream.of(entry))
				.sorted(TimelineEntry.ORDER)
				.toList();
			this.timeline = all.subList(Math.max(0, all.size() - TIMELINE), all.size());
			if (this.timeline.getLast().equals(entry)) {
				this.person = news.event().person();
				this.search = SearchTerms.of(this.person);
			}
			changed = true;
		}
		if (entry.at().isBefore(this.openedAt)) {
			this.openedAt = entry.at();
			changed = true;
		}
		return changed;
	}

	private boolean isNews(TimelineEntry entry) {
		boolean tooOld = this.timeline.size() == TIMELINE
				&& TimelineEntry.ORDER.compare(entry, this.timeline.getFirst()) < 0;
		return !tooOld && this.timeline.stream().noneMatch((known) -> known.key().equals(entry.key()));
	}

	private CandidateEvent.State state() {
		return new CandidateEvent.State(this.id, this.stage, this.openedAt, this.bookings, this.timeline);
	}

	@Override
	public UUID id() {
		return this.id;
	}

	String stage() {
		return this.stage;
	}

	Instant openedAt() {
		return this.openedAt;
	}

	Person person() {
		return this.person;
	}

	List<Booking> bookings() {
		return this.bookings;
	}

	List<TimelineEntry> timeline() {
		return this.timeline;
	}

	/**
	 * One booking of the person.
	 *
	 * @param seq position in the booking's history that this record has taken over, from
	 * 1
	 * @param at when the booking was accepted
	 */
	record Booking(UUID id, long seq, String reference, String status, Instant at, UUID eveningId, String eveningTitle,
			Instant eveningStart, String eveningZone) {

		static final Comparator<Booking> ORDER = Comparator.comparing(Booking::at).thenComparing(Booking::id);

		static Booking of(Incoming<BookingNews> news) {
			BookingNews.Booking booking = news.event().booking();
			BookingNews.Evening evening = news.event().evening();
			return new Booking(booking.id(), news.sequence(), booking.reference(), booking.status(), booking.at(),
					evening.id(), evening.title(), evening.start(), evening.zone());
		}

	}

	/**
	 * One thing that happened.
	 *
	 * @param key booking id, colon, sequence
	 * @param at when it happened, in whole milliseconds
	 * @param what wire name of the event without {@code recruitment.} and version
	 */
	record TimelineEntry(String key, Instant at, String what, String reference, String eveningTitle) {

		/**
		 * By time; within one instant by sequence, which the length of the key tells
		 * first, then by booking.
		 */
		static final Comparator<TimelineEntry> ORDER = Comparator.comparing(TimelineEntry::at)
			.thenComparing((entry) -> entry.key().length())
			.thenComparing(TimelineEntry::key);

		static TimelineEntry of(Incoming<BookingNews> news) {
			BookingNews.Booking booking = news.event().booking();
			return new TimelineEntry(booking.id() + ":" + news.sequence(), news.at().truncatedTo(ChronoUnit.MILLIS),
					news.type().replaceFirst("^recruitment\\.", "").replaceFirst("\\.v\\d+$", ""), booking.reference(),
					news.event().evening().title());
		}

	}

	/** What a record is found by, written as searched for. */
	record SearchTerms(Pii email, Pii name) {

		static SearchTerms of(Person person) {
			return new SearchTerms(new Pii(CandidateSearch.normal(person.email().value())),
					new Pii(CandidateSearch.normal(person.name().value())));
		}

	}

}
