package recruitment.local.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import recruitment.local.child.ChildJvm;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("long")
class StoreCrashIT {

	private static final int WRITERS = 8;

	@TempDir
	Path data;

	@Test
	void aKilledStoreHasEverythingItAcknowledged() throws Exception {
		Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
		for (int crash = 0; crash < 3; crash++) {
			int round = crash;
			try (ChildJvm store = start(); MongoClient client = connect(store)) {
				MongoCollection<Document> counters = counters(client);
				counters.createIndex(Indexes.ascending("touched"));
				counters.createIndex(Indexes.ascending("live"), new IndexOptions().unique(true).sparse(true));
				assertHas(counters, acknowledged);
				try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
					for (int i = 0; i < WRITERS; i++) {
						int writer = i;
						writers.execute(() -> write(counters, round + "-" + writer, acknowledged));
					}
					int before = total(acknowledged);
					while (total(acknowledged) < before + 1000) {
						Thread.onSpinWait();
					}
					store.kill();
					writers.shutdown();
					assertThat(writers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
				}
			}
		}
		try (ChildJvm store = start(); MongoClient client = connect(store)) {
			assertHas(counters(client), acknowledged);
		}
	}

	@Test
	void aStoreThatIsToldToStopEndsInOrder() {
		try (ChildJvm store = start(); MongoClient client = connect(store)) {
			counters(client).insertOne(new Document("_id", "a"));
			assertThat(store.stop()).isEqualTo(143);
		}
		try (ChildJvm store = start(); MongoClient client = connect(store)) {
			assertThat(counters(client).countDocuments()).isEqualTo(1);
		}
	}

	@Test
	void aSecondStoreOnTheSameDataSaysSo() {
		try (ChildJvm first = start()) {
			first.ready();
			try (ChildJvm second = start()) {
				assertThat(second.outputAtEnd()).contains("is in use by another store");
			}
		}
	}

	/**
	 * Inserts and updates until the store is gone; an update changes indexed fields too.
	 */
	private static void write(MongoCollection<Document> counters, String writer, Map<String, Integer> acknowledged) {
		try {
			for (int document = 0;; document++) {
				String id = writer + "-" + document;
				counters.insertOne(new Document("_id", id).append("n", 0).append("live", id).append("touched", 0));
				acknowledged.put(id, 0);
				for (int n = 1; n < 20; n++) {
					counters.updateOne(Filters.and(Filters.eq("_id", id), Filters.eq("n", n - 1)), Updates
						.combine(Updates.set("n", n), Updates.set("touched", n), Updates.push("steps", "step " + n)));
					acknowledged.put(id, n);
				}
			}
		}
		catch (MongoException gone) {
			// the store was killed; what was acknowledged before counts
		}
	}

	private static int total(Map<String, Integer> acknowledged) {
		return acknowledged.values().stream().mapToInt((n) -> n + 1).sum();
	}

	private static void assertHas(MongoCollection<Document> counters, Map<String, Integer> acknowledged) {
		List<String> missing = new ArrayList<>();
		acknowledged.forEach((id, n) -> {
			Document found = counters.find(Filters.eq("_id", id)).first();
			if (found == null || found.getInteger("n") < n
					|| counters.countDocuments(
							Filters.and(Filters.eq("touched", found.getInteger("n")), Filters.eq("_id", id))) != 1
					|| counters.find(Filters.eq("live", id)).first() == null) {
				missing.add(id + " at " + n + ": " + found);
			}
		});
		assertThat(missing).isEmpty();
	}

	private ChildJvm start() {
		return new ChildJvm(StoreMain.class, "--port", "0", "--data", this.data.toString());
	}

	private static MongoClient connect(ChildJvm store) {
		return MongoClients.create("mongodb://127.0.0.1:" + store.ready().getFirst()
				+ "/?w=majority&journal=true&retryWrites=false&serverSelectionTimeoutMS=2000");
	}

	private static MongoCollection<Document> counters(MongoClient client) {
		return client.getDatabase("booking").getCollection("counters");
	}

}
