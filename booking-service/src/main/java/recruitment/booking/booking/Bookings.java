package recruitment.booking.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import recruitment.booking.evening.EveningFacts;
import recruitment.platform.error.Problem;
import recruitment.platform.outbox.Outbox;
import recruitment.platform.web.Page;
import recruitment.platform.web.Paging;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

import static org.springframework.data.mongodb.core.query.Criteria.where;

/** The bookings as they are stored. */
@Service
public class Bookings {

	private final MongoOperations mongo;

	private final Outbox outbox;

	private final Clock clock;

	Bookings(MongoOperations mongo, Outbox outbox, Clock clock) {
		this.mongo = mongo;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * @throws Problem 404 when there is none
	 */
	BookingView view(UUID id) {
		return find(id).filter((booking) -> booking.status() != BookingStatus.ABANDONED)
			.map(BookingView::of)
			.orElseThrow(Bookings::unknown);
	}

	/** Who has booked an evening, in the order of booking. */
	Page<Attendee> attendees(UUID evening, Paging paging) {
		Query query = ofEvening(evening).with(Sort.by("at", "_id")).skip(paging.skip()).limit(paging.limit());
		return paging.of(this.mongo.find(query, Booking.class).stream().map(Attendee::of).toList());
	}

	Optional<Booking> find(UUID id) {
		return Optional.ofNullable(this.mongo.findById(id, Booking.class));
	}

	boolean holdsPlace(UUID evening, String personKey) {
		return this.mongo.exists(Query.query(where("live").is(Booking.live(evening, personKey))), Booking.class);
	}

	/**
	 * @throws DuplicateKeyException when id, reference or person are in use
	 */
	Booking insert(Booking booking, String reference) {
		return this.outbox.insert(booking, booking.confirm(reference));
	}

	/**
	 * @throws Problem 404 when there is none
	 */
	Booking append(UUID id, Function<Booking, List<BookingEvent>> decision) {
		return this.outbox.append(Booking.class, id, decision).orElseThrow(Bookings::unknown);
	}

	/**
	 * How the bookings stand that have these ids; those that do not exist are not in it.
	 */
	public Map<UUID, Standing> standings(Collection<UUID> ids) {
		Query query = Query.query(where("_id").in(ids));
		query.fields().include("status", "evening.revision");
		return this.mongo.find(query, Booking.class).stream().collect(Collectors.toMap(Booking::id, Booking::standing));
	}

	/** How many hold a place at an evening. */
	public long confirmed(UUID evening) {
		return this.mongo.count(ofEvening(evening).addCriteria(where("status").is(BookingStatus.CONFIRMED)),
				Booking.class);
	}

	/**
	 * Gives a booking up that never came, so that it cannot come any more and its seat
	 * can be given back.
	 * @return false when it has come after all
	 */
	public boolean abandon(UUID id) {
		try {
			Instant now = this.clock.instant();
			this.outbox.insert(new Booking(id, BookingStatus.ABANDONED, now), List.of());
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	/** Lets a booking tell of its evening as it is now. */
	public void takeOver(UUID id, EveningFacts evening) {
		append(id, (booking) -> booking.takeOver(evening));
	}

	private static Query ofEvening(UUID evening) {
		return Query.query(where("evening._id").is(evening));
	}

	static Problem unknown() {
		return Problem.of(HttpStatus.NOT_FOUND, "booking-unknown", "There is no such booking.");
	}

	/**
	 * A booking as the reconciler needs to know it.
	 *
	 * @param isFinal holds no place, and never will again
	 * @param revision of the evening's facts that it tells; 0 when it tells none
	 */
	public record Standing(boolean isFinal, int revision) {
	}

}
