package recruitment.booking.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import org.jspecify.annotations.Nullable;
import recruitment.booking.booking.BookingEvent.By;
import recruitment.booking.evening.EveningFacts;
import recruitment.platform.error.Problem;
import recruitment.platform.outbox.Aggregate;
import recruitment.platform.privacy.Pii;

import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.http.HttpStatus;

/**
 * One person's place at one evening. Its methods decide, change it, and return the events
 * that say so.
 */
@Document("bookings")
class Booking implements Aggregate {

	/** Between two confirmations that are sent again. */
	private static final Duration BETWEEN_CONFIRMATIONS = Duration.ofHours(1);

	private final UUID id;

	private final Instant at;

	private BookingStatus status;

	private @Nullable String hash;

	private @Nullable String live;

	private @Nullable String reference;

	private @Nullable Channel channel;

	private @Nullable String heardFrom;

	private @Nullable Pii adjustments;

	private @Nullable EveningFacts evening;

	private @Nullable Person person;

	private @Nullable Cancellation cancelled;

	private @Nullable Instant confirmationSentAgain;

	/**
	 * A booking of which only this is known.
	 * @param at when it was accepted
	 */
	Booking(UUID id, BookingStatus status, Instant at) {
		this.id = id;
		this.status = status;
		this.at = at;
	}

	/**
	 * A booking that is confirmed.
	 * @param hash tells its request from others with the same key
	 */
	static Booking confirmed(UUID id, String hash, BookingRequest request, Person person, EveningFacts evening,
			Channel channel, Instant now) {
		Booking booking = new Booking(id, BookingStatus.CONFIRMED, now);
		booking.hash = hash;
		booking.live = live(evening.id(), person.key());
		booking.channel = channel;
		booking.heardFrom = request.heardFrom();
		booking.adjustments = request.adjustments();
		booking.evening = evening;
		booking.person = person;
		return booking;
	}

	/** The id of the booking that a request makes, however often it comes. */
	static UUID idOf(UUID evening, String idempotencyKey) {
		return UuidCreator.getNameBasedSha1(evening, idempotencyKey);
	}

	/** What two bookings of one person for one evening would have in common. */
	static String live(UUID evening, String personKey) {
		return evening + ":" + personKey;
	}

	/** Says that the place is booked, under a reference. */
	List<BookingEvent> confirm(String reference) {
		this.reference = reference;
		return List.of(new BookingEvent.Confirmed(state(), evening(), person()));
	}

	/** Cancels; nothing happens when it is cancelled already. */
	List<BookingEvent> cancel(By by, Instant now) {
		if (this.status.isFinal()) {
			return List.of();
		}
		if (by != By.EVENING && !now.isBefore(evening().start())) {
			throw Problem.of(HttpStatus.CONFLICT, "evening-over", "The evening has begun, or is over.");
		}
		this.status = BookingStatus.CANCELLED;
		this.live = null;
		this.cancelled = new Cancellation(by, now);
		return List.of(new BookingEvent.Cancelled(state(), evening(), person(), by, by.reason()));
	}

	/** Takes over what has changed about the evening. */
	List<BookingEvent> takeOver(EveningFacts changed) {
		if (this.status.isFinal() || evening().revision() >= changed.revision()) {
			return List.of();
		}
		this.evening = changed;
		return List.of(new BookingEvent.EveningChanged(state(), changed, person()));
	}

	/** Has the confirmation sent again, at most once an hour and before the evening. */
	List<BookingEvent> requestConfirmation(Instant now) {
		boolean recently = this.confirmationSentAgain != null
				&& now.isBefore(this.confirmationSentAgain.plus(BETWEEN_CONFIRMATIONS));
		if (this.status.isFinal() || recently || !now.isBefore(evening().start())) {
			return List.of();
		}
		this.confirmationSentAgain = now;
		return List.of(new BookingEvent.ConfirmationRequested(state(), evening(), person()));
	}

	@Override
	public UUID id() {
		return this.id;
	}

	BookingStatus status() {
		return this.status;
	}

	boolean isSameRequestAs(Booking other) {
		return this.hash != null && this.hash.equals(other.hash);
	}

	Bookings.Standing standing() {
		return new Bookings.Standing(this.status.isFinal(), (this.evening != null) ? this.evening.revision() : 0);
	}

	String reference() {
		return Objects.requireNonNull(this.reference, "an abandoned booking has no reference");
	}

	EveningFacts evening() {
		return Objects.requireNonNull(this.evening, "an abandoned booking has no evening");
	}

	Person person() {
		return Objects.requireNonNull(this.person, "an abandoned booking has no person");
	}

	@Nullable Pii adjustments() {
		return this.adjustments;
	}

	BookingEvent.State state() {
		return new BookingEvent.State(this.id, reference(), this.status,
				Objects.requireNonNull(this.channel, "an abandoned booking has no channel"), this.at, this.heardFrom);
	}

	private record Cancellation(By by, Instant at) {
	}

}
