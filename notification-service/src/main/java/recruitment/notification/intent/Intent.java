package recruitment.notification.intent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.mapping.Document;

import recruitment.notification.intent.NotificationEvent.Notification;
import recruitment.notification.template.Template;
import recruitment.platform.inbox.Incoming;
import recruitment.platform.limit.Mailbox;
import recruitment.platform.outbox.Aggregate;
import recruitment.platform.privacy.Pii;

/**
 * That one person is to be told one thing, once. Its id follows from the event, so that
 * hearing the event again makes no second one.
 * <p>
 * {@code due} is when somebody has to look at it again: to try it, or, while it is being
 * sent, because the lease of the sender has lapsed. It is absent when nothing more will
 * happen.
 */
@Document(Intent.COLLECTION)
class Intent implements Aggregate {

	static final String COLLECTION = "intents";

	/** News older than this comes from a replay; a message this late is given up. */
	static final Duration TOO_LATE = Duration.ofHours(48);

	@Id
	private final String id;

	private final UUID booking;

	private final long seq;

	private final Message message;

	private final @Nullable Pii mailbox;

	private final String messageId;

	private final Instant at;

	private final Instant expires;

	private final IntentStatus status;

	private final @Nullable Instant due;

	private final int attempts;

	private final int uncertain;

	private final @Nullable String answer;

	private final @Nullable UUID owner;

	private final @Nullable Phase phase;

	private final @Nullable Instant ended;

	@PersistenceCreator
	Intent(String id, UUID booking, long seq, Message message, @Nullable Pii mailbox, String messageId, Instant at,
			Instant expires, IntentStatus status, @Nullable Instant due, int attempts, int uncertain,
			@Nullable String answer, @Nullable UUID owner, @Nullable Phase phase, @Nullable Instant ended) {
		this.id = id;
		this.booking = booking;
		this.seq = seq;
		this.message = message;
		this.mailbox = mailbox;
		this.messageId = messageId;
		this.at = at;
		this.expires = expires;
		this.status = status;
		this.due = due;
		this.attempts = attempts;
		this.uncertain = uncertain;
		this.answer = answer;
		this.owner = owner;
		this.phase = phase;
		this.ended = ended;
	}

	/**
	 * @param domain right-hand side of the Message-ID
	 * @param now when it is made
	 */
	static Intent of(Incoming<BookingNews> news, String domain, Instant now) {
		Message message = message(news);
		UUID booking = news.event().booking().id();
		String id = booking + ":" + news.sequence() + ":" + message.template().wireName();
		Instant start = message.evening().start();
		Instant tooLate = news.at().plus(TOO_LATE);
		boolean held = now.isAfter(tooLate) || now.isAfter(message.evening().end());
		return new Intent(id, booking, news.sequence(), message, Mailbox.of(message.to()),
				"<" + sha256(id) + "@" + domain + ">", now, start.isBefore(tooLate) ? start : tooLate,
				held ? IntentStatus.HELD : IntentStatus.NEW, held ? null : now, 0, 0, null, null, null,
				held ? now : null);
	}

	/** The same, not to be sent. */
	Intent suppressed() {
		return new Intent(this.id, this.booking, this.seq, this.message, this.mailbox, this.messageId, this.at,
				this.expires, IntentStatus.SUPPRESSED, null, this.attempts, this.uncertain, this.answer, null, null,
				this.at);
	}

	private static Message message(Incoming<BookingNews> news) {
		return switch (news.event()) {
			case BookingNews.Confirmed event -> message(Template.CONFIRMATION, news, event, null);
			case BookingNews.ConfirmationRequested event -> message(Template.CONFIRMATION, news, event, null);
			case BookingNews.EveningChanged event -> message(Template.CHANGE, news, event, null);
			case BookingNews.Cancelled event -> message(Template.CANCELLATION, news, event, event.by());
		};
	}

	private static Message message(Template template, Incoming<BookingNews> news, BookingNews event,
			@Nullable String cancelledBy) {
		return new Message(template, news.type(), news.at(), event.person().email(), event.person().name(),
				event.booking().reference(), event.evening(), cancelledBy);
	}

	private static String sha256(String text) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

	@Override
	public String id() {
		return this.id;
	}

	UUID booking() {
		return this.booking;
	}

	Message message() {
		return this.message;
	}

	/**
	 * Whose letters come to the address; absent in intents from before it was counted.
	 */
	@Nullable Pii mailbox() {
		return this.mailbox;
	}

	String messageId() {
		return this.messageId;
	}

	Instant at() {
		return this.at;
	}

	Instant expires() {
		return this.expires;
	}

	IntentStatus status() {
		return this.status;
	}

	@Nullable Instant due() {
		return this.due;
	}

	int attempts() {
		return this.attempts;
	}

	int uncertain() {
		return this.uncertain;
	}

	/** Class of the last answer of the provider, with its reply code if it gave one. */
	@Nullable String answer() {
		return this.answer;
	}

	@Nullable UUID owner() {
		return this.owner;
	}

	/** When it was sent, given up, held or suppressed. */
	@Nullable Instant ended() {
		return this.ended;
	}

	boolean isOpen() {
		return this.status.isOpen();
	}

	boolean isSending() {
		return this.status == IntentStatus.SENDING;
	}

	boolean isCommitting() {
		return this.phase == Phase.COMMITTING;
	}

	boolean isDue(Instant now) {
		return this.due != null && !now.isBefore(this.due);
	}

	boolean isExpired(Instant now) {
		return !now.isBefore(this.expires);
	}

	boolean isNewerThan(Intent other) {
		return this.seq > other.seq;
	}

	/**
	 * Whether the person has, or may have, the booking in their calendar because of it.
	 */
	boolean mayHaveInvited() {
		return this.message.template() != Template.CANCELLATION
				&& (this.status == IntentStatus.SENT || this.uncertain > 0);
	}

	/** What is said of it once an attempt, counted here, has ended. */
	Notification afterAttempt(Instant now) {
		return notification(now, this.attempts + 1);
	}

	/** What is said of it when nothing more was tried. */
	Notification untried(Instant now) {
		return notification(now, this.attempts);
	}

	private Notification notification(Instant now, int attempts) {
		return new Notification(this.id, this.booking, this.message.reference(), this.message.template().wireName(),
				this.messageId, now, attempts, this.uncertain > 0);
	}

}
