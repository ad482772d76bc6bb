package recruitment.platform.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import recruitment.platform.privacy.Pii;
import recruitment.platform.sample.SampleServiceTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.IndexInfo;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;

@SampleServiceTest
class PlainDocumentsIT {

	private final UUID id = UuidCreator.getTimeOrderedEpoch();

	private final UUID other = UuidCreator.getTimeOrderedEpoch();

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private Clock clock;

	@Test
	void aDocumentReadsPlainly() {
		Instant now = this.clock.instant();
		this.mongo.insert(new Guest(this.id, new Pii("Sam Sample"), List.of(new Visit(this.other, now)),
				Map.of(this.other, "front row"), null));

		Document document = this.mongo.getCollection("guest").find(new Document("_id", this.id.toString())).first();

		assertThat(document).isEqualTo(new Document("_id", this.id.toString()).append("name", "Sam Sample")
			.append("visits",
					List.of(new Document("evening", this.other.toString()).append("at", java.util.Date.from(now))))
			.append("seats", new Document(this.other.toString(), "front row")));
		assertThat(this.mongo.findById(this.id, Guest.class)).satisfies((guest) -> {
			assertThat(guest.name().value()).isEqualTo("Sam Sample");
			assertThat(guest.visits()).containsExactly(new Visit(this.other, now));
			assertThat(guest.seats()).containsEntry(this.other, "front row");
		});
	}

	@Test
	void idsAreFoundAndWrittenWhereverTheyStand() {
		this.mongo.insert(new Guest(this.id, new Pii("Sam"), List.of(), Map.of(), null));

		this.mongo.updateFirst(Query.query(where("id").is(this.id)),
				new Update().set("friend", this.other).push("visits", new Visit(this.other, Instant.EPOCH)),
				Guest.class);

		for (Criteria criteria : List.of(where("_id").is(this.id), where("_id").in(List.of(this.id)),
				where("friend").is(this.other).and("_id").is(this.id),
				where("visits.evening").is(this.other).and("_id").is(this.id),
				where("visits").elemMatch(where("evening").in(this.other)).and("_id").is(this.id),
				where("name").is(new Pii("Sam")).and("_id").is(this.id))) {
			assertThat(this.mongo.find(Query.query(criteria), Guest.class)).as(criteria.getCriteriaObject().toString())
				.hasSize(1);
			assertThat(this.mongo.exists(Query.query(criteria), "guest")).isTrue();
		}
	}

	@Test
	void indexesAreMadeInTheBackground() {
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.mongo.indexOps("guest").getIndexInfo()).extracting(IndexInfo::getName)
				.contains("friend"));
	}

	record Guest(UUID id, Pii name, List<Visit> visits, Map<UUID, String> seats, @Nullable UUID friend) {
	}

	record Visit(UUID evening, Instant at) {
	}

}
