package recruitment.booking.reconcile;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitment.platform.privacy.WithoutMessages;
import recruitment.booking.evening.EveningAltered;

import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When the reconciler runs, and what is shown of it. */
@Component
@EnableAsync
@EnableScheduling
class Reconciling {

	private static final Logger log = LoggerFactory.getLogger(Reconciling.class);

	private final SeatReconciler reconciler;

	private volatile SeatCount seats = SeatCount.NONE;

	Reconciling(SeatReconciler reconciler, MeterRegistry meters) {
		this.reconciler = reconciler;
		gauge(meters, "free", SeatCount::free);
		gauge(meters, "held", SeatCount::held);
		gauge(meters, "confirmed", SeatCount::confirmed);
		Gauge.builder("recruit.seats.drift", this, (self) -> self.seats.drift())
			.description("Seats on which ledger and bookings disagree at rest")
			.register(meters);
	}

	private void gauge(MeterRegistry meters, String state, ToLongFunction<SeatCount> value) {
		Gauge.builder("recruit.seats", this, (self) -> value.applyAsLong(self.seats))
			.description("Seats of the evenings that are looked after")
			.tag("state", state)
			.register(meters);
	}

	@Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
	void round() {
		try {
			this.seats = this.reconciler.runOnce();
		}
		catch (DataAccessException ex) {
			log.warn("Seats were not reconciled, the store does not answer: {}", ex.getClass().getName());
		}
		catch (RuntimeException ex) {
			log.error("Seats were not reconciled", WithoutMessages.of(ex));
		}
	}

	/** At once what the next round would do, so that people hear of a change early. */
	@Async
	@EventListener
	void altered(EveningAltered evening) {
		reconcile(evening.eveningId());
	}

	private void reconcile(UUID evening) {
		try {
			this.reconciler.reconcile(evening);
		}
		catch (DataAccessException ex) {
			log.warn("Evening {} is left to the next round: {}", evening, ex.getClass().getName());
		}
		catch (RuntimeException ex) {
			log.error("Evening {} is left to the next round", evening, WithoutMessages.of(ex));
		}
	}

}
