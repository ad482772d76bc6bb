package recruitment.booking.evening;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import recruitment.booking.seating.SeatLedger;
import recruitment.booking.seating.SeatLedgerStore;
import recruitment.platform.web.Page;
import recruitment.platform.web.Paging;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

import static org.springframework.data.mongodb.core.query.Criteria.where;

/** The evenings as they are read: those that the public knows of, and all, by staff. */
@Service
public class Evenings {

	private static final int MOST = 100;

	private final MongoOperations mongo;

	private final SeatLedgerStore seats;

	private final Clock clock;

	Evenings(MongoOperations mongo, SeatLedgerStore seats, Clock clock) {
		this.mongo = mongo;
		this.seats = seats;
		this.clock = clock;
	}

	/** Those that are not over, the next one first; at most {@value #MOST}. */
	List<EveningView> upcoming() {
		Query query = Query.query(where("status").is(EveningStatus.PUBLISHED).and("plan.end").gt(this.clock.instant()))
			.with(Sort.by("plan.start", "_id"))
			.limit(MOST);
		return views(query);
	}

	/** Drafts and past ones too, the latest first. */
	Page<EveningView> all(Paging paging) {
		Sort latest = Sort.by(Sort.Direction.DESC, "plan.start", "_id");
		return paging.of(views(new Query().with(latest).skip(paging.skip()).limit(paging.limit())));
	}

	/**
	 * @throws recruitment.platform.error.Problem 404 when there is none
	 */
	EveningView any(UUID id) {
		return view(existing(this.mongo.findById(id, Evening.class)));
	}

	/**
	 * @throws recruitment.platform.error.Problem 404 when there is none
	 */
	public void requireExists(UUID id) {
		any(id);
	}

	private List<EveningView> views(Query query) {
		List<Evening> evenings = this.mongo.find(query, Evening.class);
		Map<UUID, SeatLedger> ledgers = this.seats.find(evenings.stream().map(Evening::id).toList())
			.stream()
			.collect(Collectors.toMap(SeatLedger::id, Function.identity()));
		return evenings.stream()
			.map((evening) -> EveningView.of(evening, ledgers.get(evening.id()), this.clock.instant()))
			.toList();
	}

	/** The same, as the events desk sees them. */
	List<DeskRow> ahead() {
		return upcoming().stream().map((evening) -> new DeskRow(evening, taken(evening))).toList();
	}

	private int taken(EveningView evening) {
		return this.seats.find(evening.id()).map((ledger) -> ledger.seats().size()).orElse(0);
	}

	/**
	 * @param taken places that somebody has
	 */
	record DeskRow(EveningView evening, int taken) {
	}

	/**
	 * @throws recruitment.platform.error.Problem 404 when there is none, or just a draft
	 */
	EveningView byId(UUID id) {
		return view(known(this.mongo.findById(id, Evening.class)));
	}

	/**
	 * @throws recruitment.platform.error.Problem 404 when there is none, or just a draft
	 */
	public EveningView bySlug(String slug) {
		return view(known(this.mongo.findOne(Query.query(where("slug").is(slug)), Evening.class)));
	}

	/**
	 * What somebody who books is told.
	 * @throws recruitment.platform.error.Problem 404 when there is none, or just a draft
	 */
	public EveningFacts facts(UUID id) {
		return known(this.mongo.findById(id, Evening.class)).facts();
	}

	private EveningView view(Evening evening) {
		return EveningView.of(evening, this.seats.find(evening.id()).orElse(null), this.clock.instant());
	}

	private static Evening existing(@Nullable Evening evening) {
		if (evening == null) {
			throw EveningService.unknown();
		}
		return evening;
	}

	private static Evening known(@Nullable Evening evening) {
		Evening found = existing(evening);
		if (!found.status().isPublic()) {
			throw EveningService.unknown();
		}
		return found;
	}

}
