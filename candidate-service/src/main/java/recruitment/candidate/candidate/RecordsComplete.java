package recruitment.candidate.candidate;

import java.time.Clock;

import org.springframework.dao.TransientDataAccessException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * A mark in the database that it holds every record that {@code candidate-state} holds; a
 * database that was dropped has lost it.
 * <p>
 * Without it nobody's record is opened: a known person would begin again at sequence 1,
 * and the compacted topic, which has the only whole copy left, would keep that one
 * instead.
 */
@Component
public class RecordsComplete {

	private static final String COLLECTION = "projections";

	private static final Query MARK = Query.query(Criteria.where("_id").is("candidates"));

	private final MongoOperations mongo;

	private final Clock clock;

	RecordsComplete(MongoOperations mongo, Clock clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	/**
	 * @throws Missing when the mark is missing
	 */
	void require() {
		if (!isDeclared()) {
			throw new Missing();
		}
	}

	public boolean isDeclared() {
		return this.mongo.exists(MARK, COLLECTION);
	}

	public void declare() {
		this.mongo.upsert(MARK, Update.update("completeAt", this.clock.instant()), COLLECTION);
	}

	public void revoke() {
		this.mongo.remove(MARK, COLLECTION);
	}

	/**
	 * The database may have lost records that {@code candidate-state} still has; they are
	 * being read back.
	 */
	static class Missing extends TransientDataAccessException {

		Missing() {
			super("the candidate records are not read back yet");
		}

	}

}
