package recruitment.notification.intent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;
import com.github.f4b6a3.uuid.UuidCreator;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

import recruitment.notification.mail.Answer;
import recruitment.notification.mail.MailSettings;
import recruitment.platform.outbox.Outbox;
import recruitment.platform.web.Paging;

import static org.springframework.data.mongodb.core.query.Criteria.where;

/**
 * All intents, and every step that one can take. Each step is one conditional update, so
 * that of two who try it one succeeds.
 */
@Component
class Intents {

	private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

	private final MongoOperations mongo;

	private final Outbox outbox;

	private final Results results;

	private final MailSettings settings;

	private final Clock clock;

	Intents(MongoOperations mongo, Outbox outbox, Results results, MailSettings settings, Clock clock) {
		this.mongo = mongo;
		this.outbox = outbox;
		this.results = results;
		this.settings = settings;
		this.clock = clock;
	}

	/** Whether it was not there yet. */
	boolean add(Intent intent) {
		try {
			this.outbox.insert(intent, List.of());
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
		switch (intent.status()) {
			case HELD -> this.results.count(intent, "held");
			case SUPPRESSED -> this.results.count(intent, "suppressed");
			default -> {
			}
		}
		return true;
	}

	/** How many of its kind its mailbox has been sent, or is to be, since then. */
	long like(Intent intent, Instant since) {
		return this.mongo.count(Query.query(where("mailbox").is(intent.mailbox())
			.and("message.template")
			.is(intent.message().template())
			.and("at")
			.gt(since)
			.and("status")
			.nin(IntentStatus.HELD, IntentStatus.SUPPRESSED)), Intent.class);
	}

	/** Those that somebody has to look at, the longest waiting first. */
	List<Due> due(int limit) {
		// to the store, a limit of 0 is none
		return (limit > 0) ? find(dueNow(), limit) : List.of();
	}

	/** Those of them whose sender is gone, or whose time is over. */
	List<Due> lapsed(int limit) {
		return find(dueNow().orOperator(where("status").is(IntentStatus.SENDING),
				where("expires").lte(this.clock.instant())), limit);
	}

	private Criteria dueNow() {
		return where("due").exists(true).lte(this.clock.instant());
	}

	private List<Due> find(Criteria criteria, int limit) {
		Query query = Query.query(criteria).with(Sort.by("due")).limit(limit);
		query.fields().include("booking");
		return this.mongo.find(query, Due.class, Intent.COLLECTION);
	}

	List<Intent> of(UUID booking) {
		return this.mongo.find(Query.query(where("booking").is(booking)), Intent.class);
	}

	/** Those about a booking, named by its reference or its id, oldest first. */
	List<Intent> find(@Nullable String reference, @Nullable UUID booking, Paging paging) {
		Criteria about = (reference != null) ? where("message.reference").is(reference) : where("booking").is(booking);
		return this.mongo.find(Query.query(about).with(Sort.by("seq")).skip(paging.skip()).limit(paging.limit()),
				Intent.class);
	}

	/** Takes it for the time of a lease; empty when somebody else was faster. */
	Optional<Intent> claim(Intent intent) {
		Instant now = this.clock.instant();
		return step(open(intent).and("due").lte(now),
				new Update().set("status", IntentStatus.SENDING)
					.set("phase", Phase.CLAIMED)
					.set("owner", UuidCreator.getTimeOrderedEpoch())
					.set("due", now.plus(this.settings.lease())));
	}

	/**
	 * Writes down that the message may be taken over from now on.
	 * @return false when the lease has lapsed: then it must not be
	 */
	boolean commit(Intent claimed) {
		return step(claimed(claimed).and("due").gt(this.clock.instant()), new Update().set("phase", Phase.COMMITTING))
			.isPresent();
	}

	void sent(Intent claimed, Answer answer) {
		Instant now = this.clock.instant();
		step(claimed(claimed), ended(IntentStatus.SENT, now).inc("attempts", 1).set("answer", text(answer)),
				new NotificationEvent.Sent(claimed.afterAttempt(now)))
			.ifPresent((intent) -> {
				this.results.count(intent, "sent");
				this.results.delivered(intent, now);
			});
	}

	void rejected(Intent claimed, Answer answer) {
		Instant now = this.clock.instant();
		step(claimed(claimed), ended(IntentStatus.FAILED, now).inc("attempts", 1).set("answer", text(answer)),
				new NotificationEvent.Failed(claimed.afterAttempt(now), "rejected"))
			.ifPresent((intent) -> this.results.count(intent, "failed"));
	}

	/** After an attempt that was certainly not successful: again, later. */
	void later(Intent claimed, Answer answer) {
		step(claimed(claimed), again(nextTry(claimed)).inc("attempts", 1).set("answer", text(answer)));
	}

	/**
	 * The provider took nothing from anybody, so nothing is held against this message.
	 */
	void notTried(Intent claimed, Answer answer) {
		step(claimed(claimed), again(this.clock.instant()).set("answer", text(answer)));
	}

	/**
	 * The message may have been taken over or not. It is sent once more with the same
	 * Message-ID; a second time it stays uncertain.
	 */
	void uncertain(Intent sending) {
		Instant now = this.clock.instant();
		Optional<Intent> changed = (sending.uncertain() == 0)
				? step(claimed(sending),
						again(nextTry(sending)).inc("attempts", 1).inc("uncertain", 1).set("answer", "uncertain"))
				: step(claimed(sending),
						ended(IntentStatus.UNCERTAIN, now).inc("attempts", 1)
							.inc("uncertain", 1)
							.set("answer", "uncertain"),
						new NotificationEvent.Failed(sending.afterAttempt(now), "uncertain"));
		changed.ifPresent((intent) -> this.results.count(intent, "uncertain"));
	}

	/**
	 * Its sender died or stalls; what it had written down says what may have happened.
	 */
	void lapsed(Intent sending) {
		if (sending.isCommitting()) {
			uncertain(sending);
		}
		else {
			step(claimed(sending).and("phase").is(Phase.CLAIMED), again(this.clock.instant()));
		}
	}

	/** Whether it was still open, and is not any more. */
	boolean supersede(Intent intent) {
		Optional<Intent> changed = step(open(intent), ended(IntentStatus.SUPERSEDED, this.clock.instant()));
		changed.ifPresent((superseded) -> this.results.count(superseded, "superseded"));
		return changed.isPresent();
	}

	void expire(Intent intent) {
		Instant now = this.clock.instant();
		step(open(intent), ended(IntentStatus.FAILED, now).set("answer", "expired"),
				new NotificationEvent.Failed(intent.untried(now), "expired"))
			.ifPresent((expired) -> this.results.count(expired, "expired"));
	}

	private Optional<Intent> step(Criteria precondition, Update change, NotificationEvent... events) {
		return this.outbox.append(Intent.class, Query.query(precondition), change, (Object[]) events);
	}

	private static Criteria open(Intent intent) {
		return where("_id").is(intent.id()).and("status").in(IntentStatus.NEW, IntentStatus.RETRY);
	}

	private static Criteria claimed(Intent intent) {
		return where("_id").is(intent.id()).and("status").is(IntentStatus.SENDING).and("owner").is(intent.owner());
	}

	private static Update again(Instant due) {
		return new Update().set("status", IntentStatus.RETRY).set("due", due).unset("owner").unset("phase");
	}

	private static Update ended(IntentStatus status, Instant now) {
		return new Update().set("status", status).set("ended", now).unset("due").unset("owner").unset("phase");
	}

	/** Twice as long after each attempt, a fifth more or less, and never past the end. */
	private Instant nextTry(Intent intent) {
		double wait = this.settings.firstRetry().toMillis() * Math.pow(2, intent.attempts());
		double jitter = ThreadLocalRandom.current().nextDouble(0.8, 1.2);
		Instant next = this.clock.instant().plusMillis((long) (Math.min(wait, LONGEST_WAIT.toMillis()) * jitter));
		return next.isBefore(intent.expires()) ? next : intent.expires();
	}

	private static String text(Answer answer) {
		String verdict = answer.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
		return (answer.code() > 0) ? verdict + " " + answer.code() : verdict;
	}

}
