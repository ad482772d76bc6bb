package recruitment.platform.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;

import com.github.f4b6a3.uuid.UuidCreator;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import recruitment.platform.event.Topics;
import recruitment.platform.outbox.RecordedBroker.Message;
import recruitment.platformtest.BackingServices;

import recruitment.platformtest.SetClock;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances of the production code over one real store, with a fault or an
 * interruption possible at every call of store and broker: failures before and after the
 * call took effect, deaths, and sleeps past the lease during which the other instance
 * does whatever it likes. What is random follows from the seed alone; a failure names it,
 * and {@code -Doutbox.seed} repeats it.
 */
class OutboxSimulationIT {

	private static final int RUNS = Integer.getInteger("outbox.runs", 50);

	private static final int ACTIONS = 12;

	private static final int DEEPEST = 2;

	private static MongoClient client;

	@BeforeAll
	static void connect() {
		client = MongoClients.create(BackingServices.storeUri());
	}

	@AfterAll
	static void disconnect() {
		client.close();
	}

	@Test
	void nothingIsLostReorderedOrSaidDifferentlyTwice() {
		Long given = Long.getLong("outbox.seed");
		long first = System.nanoTime();
		LongStream seeds = (given != null) ? LongStream.of(given) : LongStream.range(first, first + RUNS);
		MongoTemplate mongo = OutboxFixture.template(client, "outbox-simulation");
		seeds.forEach((seed) -> {
			mongo.getDb().drop();
			new World(mongo, seed).run();
		});
	}

	/** One run. */
	private static final class World {

		private final Random random;

		private final String name;

		private final MongoTemplate mongo;

		private final SetClock clock = new SetClock(Instant.parse("2026-11-22T19:00:00Z"));

		private final RecordedBroker broker = new RecordedBroker();

		private final List<OutboxFixture> instances = new ArrayList<>();

		private final List<UUID> parcels = List.of(UuidCreator.getTimeOrderedEpoch(),
				UuidCreator.getTimeOrderedEpoch());

		private boolean troubled;

		private int depth;

		World(MongoTemplate mongo, long seed) {
			this.mongo = mongo;
			this.random = new Random(seed);
			this.name = "-Doutbox.seed=" + seed;
			for (int i = 0; i < 2; i++) {
				this.instances.add(new OutboxFixture(mongo, new TroubledStore(), this::send, this::drain, this.clock));
			}
			OutboxFixture calm = this.instances.getFirst();
			this.parcels.forEach((id) -> {
				Parcel parcel = new Parcel(id, "fragile");
				calm.outbox.insert(parcel, parcel.packed());
			});
		}

		void run() {
			this.troubled = true;
			for (int i = 0; i < ACTIONS; i++) {
				act();
			}
			this.troubled = false;
			for (int i = 0; i < 20; i++) {
				this.clock.forward(Duration.ofMinutes(6));
				this.instances.getFirst().poller.runOnce();
			}
			this.parcels.forEach(this::check);
		}

		/** Somebody does something; whatever goes wrong is his alone. */
		private void act() {
			OutboxFixture instance = this.instances.get(this.random.nextInt(this.instances.size()));
			UUID parcel = this.parcels.get(this.random.nextInt(this.parcels.size()));
			this.depth++;
			try {
				switch (this.random.nextInt(4)) {
					case 0 -> instance.poller.runOnce();
					case 1 -> this.clock.forward(Duration.ofSeconds(this.random.nextInt(60)));
					default ->
						instance.outbox.append(Parcel.class, parcel, (it) -> it.move(1 + this.random.nextInt(2)));
				}
			}
			catch (DataAccessException | EventSender.SendFailedException | Killed ex) {
				// it never learns what became of it
			}
			finally {
				this.depth--;
			}
		}

		/** A hint may get lost: its writer died, or there was no room for it. */
		private void drain(Runnable drain) {
			if (this.random.nextInt(3) > 0) {
				drain.run();
			}
		}

		private void trouble() {
			if (!this.troubled) {
				return;
			}
			switch (this.random.nextInt(40)) {
				case 0 -> throw new Killed();
				case 1, 2 -> throw new DataAccessResourceFailureException("told to fail");
				case 3, 4, 5, 6 -> {
					// it sleeps, and the world goes on
					for (int i = this.random.nextInt(8); i > 0 && this.depth < DEEPEST; i--) {
						act();
					}
				}
				case 7 -> this.clock.forward(Duration.ofSeconds(this.random.nextInt(30)));
				default -> {
				}
			}
		}

		private void send(String topic, String subject, long sequence, OutboxEntry event) {
			try {
				trouble();
				this.broker.send(topic, subject, sequence, event);
				trouble();
			}
			catch (DataAccessResourceFailureException ex) {
				throw new EventSender.SendFailedException(ex, true);
			}
		}

		private void check(UUID id) {
			Document document = this.instances.getFirst().raw(id);
			long events = document.getInteger("place") + 1L;
			assertThat(document).as(this.name)
				.containsEntry("out", List.of())
				.containsEntry("outHead", events)
				.doesNotContainKeys("outDue", "outOwner", "outTry", "outErr");
			for (String topic : List.of("candidate-events", "candidate-state")) {
				List<Message> said = this.broker.log(topic)
					.stream()
					.filter((message) -> message.subject().equals(id.toString()))
					.toList();
				assertThat(said.stream().map(Message::sequence).distinct()).as(this.name)
					.containsExactlyElementsOf(LongStream.rangeClosed(1, events).boxed().toList());
				assertThat(said.stream().distinct()).as("%s: copies differ", this.name).hasSize((int) events);
			}
			this.instances.getLast().outbox.resend(Parcel.class, id, newest(id));
			assertThat(newest(id)).as(this.name).isEqualTo(events);
		}

		private long newest(UUID id) {
			return this.broker.log("candidate-state")
				.stream()
				.filter((message) -> message.subject().equals(id.toString()))
				.toList()
				.getLast()
				.sequence();
		}

		private final class TroubledStore extends OutboxStore {

			TroubledStore() {
				super(World.this.mongo, OutboxFixture.PROPERTIES, World.this.clock, Topics::isCompacted);
			}

			@Override
			<T extends @Nullable Object> T on(String collection, CollectionCallback<T> operation) {
				trouble();
				T result = super.on(collection, operation);
				trouble();
				return result;
			}

		}

	}

	/** The death of a process: nobody catches it. */
	private static final class Killed extends Error {

	}

}
