package recruitment.booking.evening;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import recruitment.booking.evening.EveningPlan.Section;
import recruitment.booking.seating.SeatLedgerStore;
import recruitment.platform.outbox.Outbox;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

import static org.springframework.data.mongodb.core.query.Criteria.where;

/**
 * Evenings to try the system with. Of each sample whose evenings all lie behind or are
 * cancelled, the next one is added and published; one that is there is never touched.
 */
class SampleEvenings {

	/** Fewest days between today and an evening that is added. */
	private static final int AHEAD = 14;

	/** The name space of their ids, so that two instances add the same evening. */
	private static final UUID NAMESPACE = UUID.fromString("3f0f9d5e-9d4b-4f0c-8f4e-5b8c2f6f7a10");

	private final List<Sample> samples;

	private final MongoOperations mongo;

	private final Outbox outbox;

	private final SeatLedgerStore seats;

	private final Clock clock;

	SampleEvenings(List<Sample> samples, MongoOperations mongo, Outbox outbox, SeatLedgerStore seats, Clock clock) {
		this.samples = samples;
		this.mongo = mongo;
		this.outbox = outbox;
		this.seats = seats;
		this.clock = clock;
	}

	void add() {
		this.samples.forEach(this::add);
	}

	private void add(Sample sample) {
		Instant now = this.clock.instant();
		LocalDate date = LocalDate.ofInstant(now, sample.zone())
			.plusDays(AHEAD)
			.with(TemporalAdjusters.nextOrSame(sample.weekday()));
		while (!isAhead(sample, now)) {
			add(sample, date, now);
			date = date.plusWeeks(1);
		}
	}

	private boolean isAhead(Sample sample, Instant now) {
		return this.mongo.exists(Query.query(
				where("series").is(sample.slug()).and("status").is(EveningStatus.PUBLISHED).and("plan.start").gt(now)),
				Evening.class);
	}

	private void add(Sample sample, LocalDate date, Instant now) {
		String slug = sample.slug() + "-" + date;
		EveningPlan plan = sample.on(date, now);
		Evening evening = new Evening(UuidCreator.getNameBasedSha1(NAMESPACE, slug), slug, sample.slug(), plan);
		List<EveningEvent> published = evening.publish(now);
		try {
			this.outbox.insert(evening, published);
			this.seats.open(evening.id(), plan.capacity(), plan.opens(), plan.closes());
		}
		catch (DuplicateKeyException ex) {
			// another instance has just added it, or staff have cancelled it: a week
			// later
			// then
		}
	}

	/**
	 * An evening without a date.
	 *
	 * @param slug its name; that of an evening ends in the date
	 * @param minutes how long it takes
	 */
	record Sample(String slug, String title, DayOfWeek weekday, LocalTime time, int minutes, ZoneId zone, Venue venue,
			int capacity, List<Section> sections) {

		EveningPlan on(LocalDate date, Instant opens) {
			Instant start = date.atTime(this.time).atZone(this.zone).toInstant();
			return new EveningPlan(this.title, this.sections, start, start.plus(Duration.ofMinutes(this.minutes)),
					this.zone, this.venue, this.capacity, opens, start);
		}

	}

}
