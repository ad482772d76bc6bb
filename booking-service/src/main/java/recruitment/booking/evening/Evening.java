package recruitment.booking.evening;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import recruitment.platform.error.Problem;
import recruitment.platform.outbox.Aggregate;

import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;
import org.springframework.http.HttpStatus;

/**
 * An information evening. Its methods decide, change it, and return the events that say
 * so: none when nothing changes, or when nobody outside knows of the evening yet.
 */
@Document("evenings")
class Evening implements Aggregate {

	private final UUID id;

	private final String slug;

	private final @Nullable String series;

	private EveningPlan plan;

	private EveningStatus status = EveningStatus.DRAFT;

	private int revision = 1;

	/** Kept by the outbox. */
	@Field("v")
	private long version = 1;

	/**
	 * A draft.
	 * @param slug its name in addresses, unlike that of any other
	 * @param series what it is one of many of, if so
	 */
	Evening(UUID id, String slug, @Nullable String series, EveningPlan plan) {
		this.id = id;
		this.slug = slug;
		this.series = series;
		this.plan = plan;
	}

	List<EveningEvent> publish(Instant now) {
		if (this.status == EveningStatus.PUBLISHED) {
			return List.of();
		}
		requireAlive(now);
		this.status = EveningStatus.PUBLISHED;
		return List.of(new EveningEvent.Published(state()));
	}

	/**
	 * Takes a changed plan over.
	 * @param changed its capacity is the one that the ledger has agreed to
	 */
	List<EveningEvent> change(EveningPlan changed, Instant now) {
		if (changed.equals(this.plan)) {
			return List.of();
		}
		requireAlive(now);
		if (!changed.start().isAfter(now)) {
			throw Problem.of(HttpStatus.BAD_REQUEST, "invalid", "An evening cannot be moved into the past.")
				.withErrors(List.of(new Problem.FieldError("start", "The start lies in the future.")));
		}
		EveningEvent.State before = state();
		if (this.status == EveningStatus.PUBLISHED && this.plan.tellsOtherwise(changed)) {
			this.revision++;
		}
		this.plan = changed;
		boolean told = this.status == EveningStatus.PUBLISHED && !before.equals(state());
		return told ? List.of(new EveningEvent.Changed(state())) : List.of();
	}

	/** Follows the ledger, which decides about seats. */
	List<EveningEvent> follow(int capacity) {
		if (this.status != EveningStatus.PUBLISHED || capacity == this.plan.capacity()) {
			return List.of();
		}
		this.plan = this.plan.withCapacity(capacity);
		return List.of(new EveningEvent.Changed(state()));
	}

	List<EveningEvent> cancel() {
		if (this.status == EveningStatus.DRAFT) {
			this.status = EveningStatus.DISCARDED;
		}
		if (this.status.isFinal()) {
			return List.of();
		}
		this.status = EveningStatus.CANCELLED;
		return List.of(new EveningEvent.Cancelled(state()));
	}

	/** Refuses a change of an evening that is cancelled, or has begun. */
	void requireAlive(Instant now) {
		if (this.status.isFinal()) {
			throw Problem.of(HttpStatus.CONFLICT, "evening-cancelled", "This evening is cancelled.");
		}
		if (!now.isBefore(this.plan.start())) {
			throw Problem.of(HttpStatus.CONFLICT, "evening-over", "This evening has begun, or is over.");
		}
	}

	@Override
	public UUID id() {
		return this.id;
	}

	String slug() {
		return this.slug;
	}

	EveningPlan plan() {
		return this.plan;
	}

	EveningStatus status() {
		return this.status;
	}

	int revision() {
		return this.revision;
	}

	/** Grows with every change. */
	long version() {
		return this.version;
	}

	EveningFacts facts() {
		return new EveningFacts(this.id, this.plan.title(), this.plan.start(), this.plan.end(), this.plan.zone(),
				this.plan.venue(), this.revision);
	}

	private EveningEvent.State state() {
		return new EveningEvent.State(this.id, this.plan.title(), this.plan.start(), this.plan.end(), this.plan.zone(),
				this.plan.venue(), this.revision, this.plan.capacity(), this.plan.opens(), this.plan.closes(),
				this.status);
	}

}
