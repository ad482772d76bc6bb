package recruitment.local.store;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import de.bwaldvogel.mongo.MongoServer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the write protocols ask of a store. */
class StoreIT {

	private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

	private static final FindOneAndUpdateOptions AFTER = new FindOneAndUpdateOptions()
		.returnDocument(ReturnDocument.AFTER)
		.projection(Projections.include("out", "outHead"));

	@TempDir
	static Path data;

	private static MongoServer server;

	private static MongoClient client;

	private MongoCollection<Document> documents;

	@BeforeAll
	static void start() throws Exception {
		server = StoreMain.start(data, new InetSocketAddress("127.0.0.1", 0));
		client = MongoClients.create(server.getConnectionString());
	}

	@AfterAll
	static void stop() {
		client.close();
		server.shutdownNow();
	}

	@BeforeEach
	void empty() {
		this.documents = client.getDatabase("booking")
			.getCollection("bookings")
			.withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
			.withReadConcern(ReadConcern.MAJORITY);
		this.documents.drop();
		this.documents.createIndex(Indexes.ascending("outDue"), new IndexOptions().sparse(true));
		this.documents.createIndex(Indexes.ascending("live"), new IndexOptions().sparse(true).unique(true));
		this.documents.createIndex(Indexes.ascending("status", "at"));
		this.documents.createIndex(Indexes.ascending("bookings.id"));
	}

	@Test
	void anOutboxIsFilledAndPruned() {
		this.documents
			.insertOne(new Document("_id", "a").append("v", 1L).append("out", List.of()).append("outHead", 4L));

		Document filled = update(
				Filters.and(Filters.eq("_id", "a"), Filters.eq("v", 1L), Filters.exists("out.63", false)),
				Updates.combine(Updates.inc("v", 1), Updates.pushEach("out", List.of(event("e5"), event("e6"))),
						Updates.min("outDue", date(20))));
		assertThat(filled.keySet()).containsExactlyInAnyOrder("_id", "out", "outHead");
		assertThat(update(Filters.eq("_id", "a"), Updates.min("outDue", date(30))).getList("out", Document.class))
			.hasSize(2);
		assertThat(found(Filters.lt("outDue", date(25)))).containsExactly("a");

		Bson wrongHead = Filters.and(Filters.eq("_id", "a"), Filters.eq("outHead", 3L), Filters.eq("out.0.id", "e5"));
		assertThat(this.documents.findOneAndUpdate(wrongHead, Updates.inc("outHead", 1), AFTER)).isNull();
		Bson twoOfThem = Filters.and(Filters.eq("_id", "a"), Filters.eq("outHead", 4L), Filters.size("out", 2),
				Filters.eq("out.1.id", "e6"));
		Document pruned = update(twoOfThem,
				Updates.combine(Updates.set("out", List.of()), Updates.unset("outDue"), Updates.inc("outHead", 2)));
		assertThat(pruned.getLong("outHead")).isEqualTo(6);
		assertThat(found(Filters.exists("outDue"))).isEmpty();
	}

	@Test
	void eventsArePulledByTheirIds() {
		this.documents
			.insertOne(new Document("_id", "a").append("out", List.of(event("e1"), event("e2"), event("e3"))));
		Document pulled = update(Filters.and(Filters.eq("_id", "a"), Filters.eq("out.1.id", "e2")),
				Updates.pull("out", Filters.in("id", "e1", "e2")));
		assertThat(pulled.getList("out", Document.class)).containsExactly(event("e3"));
	}

	@Test
	void aPullAndAPushOfOneArrayInOneUpdateAreRefusedAsByAServer() {
		this.documents.insertOne(new Document("_id", "a").append("out", List.of(event("e1"))));
		Bson both = Updates.combine(Updates.pull("out", Filters.eq("id", "e1")), Updates.push("out", event("e2")));
		assertThatExceptionOfType(MongoWriteException.class)
			.isThrownBy(() -> this.documents.updateOne(Filters.eq("_id", "a"), both))
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo(40));
		assertThatExceptionOfType(MongoCommandException.class)
			.isThrownBy(() -> this.documents.findOneAndUpdate(Filters.eq("_id", "a"), both))
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo(40));
	}

	@Test
	void aSparseUniqueFieldIsHeldByOneAndGivenBack() {
		this.documents.insertMany(List.of(new Document("_id", "a").append("live", "x"), new Document("_id", "b"),
				new Document("_id", "c")));
		assertThatExceptionOfType(MongoWriteException.class)
			.isThrownBy(() -> this.documents.insertOne(new Document("_id", "d").append("live", "x")))
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo(11000));
		assertThatExceptionOfType(MongoWriteException.class)
			.isThrownBy(() -> this.documents.insertOne(new Document("_id", "a")))
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo(11000));
		this.documents.updateOne(Filters.eq("_id", "a"), Updates.unset("live"));
		this.documents.updateOne(Filters.eq("_id", "b"), Updates.set("live", "x"));
		assertThat(found(Filters.eq("live", "x"))).containsExactly("b");
	}

	@Test
	void anUnorderedBulkWriteDoesWhatItCanAndTellsTheRest() {
		this.documents.insertOne(new Document("_id", "a").append("v", 1));
		assertThatExceptionOfType(MongoBulkWriteException.class)
			.isThrownBy(() -> this.documents.bulkWrite(List.of(new InsertOneModel<>(new Document("_id", "a")),
					new InsertOneModel<>(new Document("_id", "b")),
					new UpdateOneModel<>(Filters.and(Filters.eq("_id", "a"), Filters.eq("v", 1)), Updates.inc("v", 1))),
					new BulkWriteOptions().ordered(false)))
			.satisfies((ex) -> assertThat(ex.getWriteErrors()).singleElement()
				.satisfies((error) -> assertThat(error.getCode()).isEqualTo(11000)));
		BulkWriteResult result = this.documents.bulkWrite(
				List.of(new UpdateOneModel<>(Filters.eq("_id", "a"), Updates.inc("v", 1)),
						new UpdateOneModel<>(Filters.eq("_id", "nobody"), Updates.inc("v", 1))),
				new BulkWriteOptions().ordered(false));
		assertThat(result.getMatchedCount()).isEqualTo(1);
		assertThat(this.documents.find(Filters.eq("_id", "a")).first()).containsEntry("v", 3);
		assertThat(found(Filters.in("_id", "a", "b"))).containsExactlyInAnyOrder("a", "b");
	}

	@Test
	void anUpsertSetsOnInsertAlone() {
		UpdateOptions upsert = new UpdateOptions().upsert(true);
		for (int i = 0; i < 2; i++) {
			this.documents.updateOne(Filters.eq("_id", "a"),
					Updates.combine(Updates.setOnInsert("made", i), Updates.set("seen", i)), upsert);
		}
		assertThat(this.documents.find().first()).containsEntry("made", 0).containsEntry("seen", 1);
	}

	@Test
	void theLastSeatGoesToOneOfManyAtOnce() throws Exception {
		this.documents.insertOne(new Document("_id", "ledger").append("free", 5).append("seats", List.of()));
		try (ExecutorService people = Executors.newFixedThreadPool(32)) {
			List<Future<Boolean>> attempts = new ArrayList<>();
			for (int i = 0; i < 64; i++) {
				String person = "person " + i;
				attempts.add(people.submit(() -> this.documents
					.updateOne(
							Filters.and(Filters.eq("_id", "ledger"), Filters.gt("free", 0),
									Filters.ne("seats.c", person), Filters.exists("wait.0", false)),
							Updates.combine(Updates.inc("free", -1), Updates.push("seats", new Document("c", person))))
					.getModifiedCount() == 1));
			}
			int seated = 0;
			for (Future<Boolean> attempt : attempts) {
				seated += attempt.get() ? 1 : 0;
			}
			assertThat(seated).isEqualTo(5);
		}
		Document ledger = Objects.requireNonNull(this.documents.find(Filters.eq("_id", "ledger")).first());
		assertThat(ledger.getInteger("free")).isZero();
		assertThat(ledger.getList("seats", Document.class)).hasSize(5);
	}

	/** The same questions with and without an index in reach have the same answers. */
	@Test
	void indexesAreMadeWhileOthersReadAndWrite() throws Exception {
		for (int round = 0; round < 20; round++) {
			MongoCollection<Document> fresh = client.getDatabase("shape").getCollection("round" + round);
			try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
				List<Future<?>> all = new ArrayList<>();
				for (int i = 0; i < 12; i++) {
					String id = "d" + i;
					all.add(threads
						.submit(() -> fresh.insertOne(new Document("_id", id).append("a", id).append("b", id))));
					all.add(threads.submit(() -> fresh.find(Filters.eq("a", id)).first()));
				}
				all.add(threads.submit(() -> fresh.createIndex(Indexes.ascending("a"))));
				all.add(threads.submit(() -> fresh.createIndex(Indexes.ascending("b"))));
				for (Future<?> one : all) {
					one.get();
				}
			}
			assertThat(fresh.countDocuments(Filters.eq("a", "d7"))).isEqualTo(1);
		}
	}

	@Test
	void anIndexChangesNoAnswer() {
		MongoCollection<Document> plain = client.getDatabase("booking").getCollection("plain");
		plain.drop();
		List<Document> various = IntStream.range(0, 300).mapToObj(StoreIT::various).toList();
		this.documents.insertMany(various);
		plain.insertMany(various);
		for (MongoCollection<Document> each : List.of(this.documents, plain)) {
			each.updateMany(Filters.eq("status", "OPEN"), Updates.set("at", date(7)));
			each.deleteMany(Filters.eq("status", "GONE"));
			each.updateMany(Filters.eq("bookings.id", 3), Updates.pull("bookings", new Document("id", 3)));
		}
		List<Bson> questions = List.of(Filters.eq("status", "OPEN"), Filters.eq("status", null),
				Filters.exists("status"), Filters.exists("outDue"), Filters.exists("outDue", false),
				Filters.in("status", "OPEN", null), Filters.in("status", List.of()),
				Filters.and(Filters.in("status", "OPEN", "NEW"), Filters.gte("at", date(3)), Filters.lt("at", date(9))),
				Filters.and(Filters.eq("status", "NEW"), Filters.gt("at", "text")), Filters.gt("status", "N"),
				Filters.lt("outDue", date(5)), Filters.gt("outDue", 5), Filters.lte("outDue", 7.5),
				Filters.ne("status", "OPEN"), Filters.regex("status", "^O"),
				Filters.and(Filters.regex("status", "n|w", "i"), Filters.ne("at", "text")),
				Filters.eq("bookings.id", 4), Filters.in("bookings.id", 4, 5L), Filters.eq("bookings", List.of()),
				Filters.gt("_id", "id-150"), Filters.or(Filters.eq("status", "OPEN"), Filters.eq("_id", "id-001")),
				Filters.not(Filters.eq("status", "OPEN")), Filters.type("outDue", "date"));
		for (Bson question : questions) {
			assertThat(ids(this.documents.find(question))).as(question.toString())
				.containsExactlyInAnyOrderElementsOf(ids(plain.find(question)));
			assertThat(this.documents.countDocuments(question)).as(question.toString())
				.isEqualTo(plain.countDocuments(question));
			for (Bson order : List.of(Sorts.ascending("_id"), Sorts.descending("status", "at", "_id"),
					Sorts.orderBy(Sorts.ascending("outDue"), Sorts.ascending("_id")))) {
				assertThat(ids(page(this.documents, question, order))).as(question + " by " + order)
					.isEqualTo(ids(page(plain, question, order)));
			}
		}
	}

	private static Document various(int i) {
		Document document = new Document("_id", "id-%03d".formatted(i));
		document.append("bookings", IntStream.range(0, i % 4).mapToObj((n) -> new Document("id", n + i % 5)).toList());
		document.append("at", (i % 11 == 0) ? "text" : date(i % 13));
		if (i % 7 != 0) {
			document.append("status", Arrays.asList("OPEN", "NEW", "GONE", null, 5).get(i % 5));
		}
		if (i % 3 == 0) {
			document.append("outDue", Arrays.asList(date(i % 9), null, i % 10, 7L, "text").get(i % 5));
		}
		return document;
	}

	private static FindIterable<Document> page(MongoCollection<Document> from, Bson question, Bson order) {
		return from.find(question).sort(order).skip(1).limit(40);
	}

	private static List<String> ids(FindIterable<Document> found) {
		return found.map((document) -> document.getString("_id")).into(new ArrayList<>());
	}

	private List<String> found(Bson question) {
		return ids(this.documents.find(question));
	}

	private Document update(Bson filter, Bson update) {
		return Objects.requireNonNull(this.documents.findOneAndUpdate(filter, update, AFTER));
	}

	private static Document event(String id) {
		return new Document("id", id).append("t", "recruitment.booking.confirmed.v1");
	}

	private static Date date(int seconds) {
		return Date.from(NOW.plusSeconds(seconds));
	}

}
