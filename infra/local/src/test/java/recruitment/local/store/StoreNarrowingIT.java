package recruitment.local.store;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import de.bwaldvogel.mongo.MongoServer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A hundred times the documents may cost a few times as much, never a hundred times: the
 * limit lies between.
 */
class StoreNarrowingIT {

	private static final int FEW = 1_000;

	private static final int MANY = 100_000;

	private static final int PENDING = 20;

	private static final int MOST = 8;

	private static final int CALLS = 200;

	private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

	@TempDir
	static Path data;

	private static MongoServer server;

	private static MongoClient client;

	private static MongoCollection<Document> few;

	private static MongoCollection<Document> many;

	@BeforeAll
	static void fill() throws Exception {
		server = StoreMain.start(data, new InetSocketAddress("127.0.0.1", 0));
		client = MongoClients.create(server.getConnectionString());
		few = filled("few", FEW);
		many = filled("many", MANY);
	}

	@AfterAll
	static void stop() {
		client.close();
		server.shutdownNow();
	}

	private static MongoCollection<Document> filled(String name, int count) {
		MongoCollection<Document> bookings = client.getDatabase("booking").getCollection(name);
		bookings.createIndex(Indexes.ascending("status", "at"));
		bookings.createIndex(Indexes.descending("at"));
		bookings.createIndex(Indexes.ascending("live"), new IndexOptions().unique(true).sparse(true));
		bookings.createIndex(Indexes.ascending("outDue"), new IndexOptions().sparse(true));
		for (int from = 0; from < count; from += 1000) {
			bookings.insertMany(IntStream.range(from, from + 1000).mapToObj(StoreNarrowingIT::booking).toList());
		}
		return bookings;
	}

	private static Document booking(int i) {
		Document booking = new Document("_id", id(i)).append("status", (i % 100 == 0) ? "CANCELLED" : "CONFIRMED")
			.append("live", "evening:" + i)
			.append("at", Date.from(NOW.plusSeconds(i)))
			.append("seats", List.of(new Document("b", "x"), new Document("b", "y")));
		return (i < PENDING) ? booking.append("outDue", Date.from(NOW.plusSeconds(i))) : booking;
	}

	private static String id(int i) {
		return "booking-%06d".formatted(i);
	}

	@Test
	void anUpdateOnIdAndConditionsLooksAtOneDocument() {
		assertCostsTheSame(
				(bookings,
						i) -> assertThat(bookings
							.updateOne(
									Filters.and(Filters.eq("_id", id(i)),
											Filters.in("status", "CONFIRMED", "CANCELLED"), Filters.eq("seats.b", "x")),
									Updates.inc("v", 1))
							.getMatchedCount()).isEqualTo(1));
	}

	@Test
	void anUpdateOnSeveralIdsLooksAtThese() {
		assertCostsTheSame((bookings,
				i) -> assertThat(bookings
					.updateMany(Filters.and(Filters.in("_id", id(i), id(i + 1)), Filters.exists("live")),
							Updates.inc("v", 1))
					.getMatchedCount()).isEqualTo(2));
	}

	@Test
	void aUniqueFieldIsLookedUp() {
		assertCostsTheSame((bookings,
				i) -> assertThat(bookings
					.find(Filters.and(Filters.eq("live", "evening:" + i), Filters.ne("status", "ABANDONED"))))
					.hasSize(1));
	}

	@Test
	void thePollerFindsTheFewThatAreDue() {
		assertCostsTheSame((bookings,
				i) -> assertThat(bookings
					.find(Filters.and(Filters.exists("outDue"), Filters.lt("outDue", Date.from(NOW.plusSeconds(5))))))
					.hasSize(5));
	}

	@Test
	void thoseThatHaveASparseFieldAreCountedAndReadInOrder() {
		assertCostsTheSame((bookings, i) -> {
			assertThat(bookings.countDocuments(Filters.exists("outDue"))).isEqualTo(PENDING);
			assertThat(bookings.find(Filters.exists("outDue")).sort(Sorts.ascending("outDue")).limit(2))
				.extracting("_id")
				.containsExactly(id(0), id(1));
		});
	}

	@Test
	void thePollerFindsNothing() {
		assertCostsTheSame((bookings,
				i) -> assertThat(
						bookings.find(Filters.and(Filters.exists("outDue"), Filters.lt("outDue", Date.from(NOW)))))
					.isEmpty());
	}

	@Test
	void aStatusAndARangeOfTimesAreFoundTogether() {
		assertCostsTheSame((bookings,
				i) -> assertThat(bookings.find(Filters.and(Filters.in("status", "CANCELLED", "WAITING"),
						Filters.lte("at", Date.from(NOW.plusSeconds(300)))))
					.sort(Sorts.ascending("at"))).extracting("_id").containsExactly(id(0), id(100), id(200), id(300)));
	}

	@Test
	void theNewestPageIsReadFromTheEndOfAnIndex() {
		assertCostsTheSame((bookings,
				i) -> assertThat(bookings.find(Filters.ne("status", "ABANDONED"))
					.sort(Sorts.descending("at", "_id"))
					.skip(20)
					.limit(20)
					.map((booking) -> booking.getDate("at"))
					.into(new ArrayList<>())).hasSize(20).isSortedAccordingTo(Comparator.reverseOrder()));
	}

	@Test
	void idsAreReadOnFromTheLastOne() {
		assertCostsTheSame((bookings,
				i) -> assertThat(bookings.find(Filters.gt("_id", id(i))).sort(Sorts.ascending("_id")).limit(3))
					.extracting("_id")
					.containsExactly(id(i + 1), id(i + 2), id(i + 3)));
	}

	private static void assertCostsTheSame(Call call) {
		time(few, call);
		time(many, call);
		Duration cheap = time(few, call);
		Duration dear = time(many, call);
		assertThat(dear).as("%s at %d documents, %s at %d", cheap, FEW, dear, MANY)
			.isLessThan(cheap.multipliedBy(MOST).plusMillis(50));
	}

	private static Duration time(MongoCollection<Document> bookings, Call call) {
		long start = System.nanoTime();
		for (int i = 0; i < CALLS; i++) {
			call.on(bookings, i * 4);
		}
		return Duration.ofNanos(System.nanoTime() - start);
	}

	@FunctionalInterface
	private interface Call {

		void on(MongoCollection<Document> bookings, int i);

	}

}
