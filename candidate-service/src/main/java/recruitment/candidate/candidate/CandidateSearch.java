package recruitment.candidate.candidate;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import recruitment.candidate.candidate.Candidate.Booking;
import recruitment.platform.privacy.Pii;
import recruitment.platform.web.Page;
import recruitment.platform.web.Paging;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Finds candidate records. */
@Component
class CandidateSearch {

	static final String BY_EMAIL = "search.email";

	static final String BY_NAME = "search.name";

	static final String BY_AGE = "openedAt";

	private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

	private final MongoOperations mongo;

	CandidateSearch(MongoOperations mongo) {
		this.mongo = mongo;
	}

	Optional<Candidate> byId(UUID id) {
		return Optional.ofNullable(this.mongo.findById(id, Candidate.class));
	}

	/**
	 * Records with this address, whose name contains this text; the latest opened first.
	 * @param email compared whole, {@code null} for any
	 * @param name {@code null} for any
	 */
	Page<CandidateSummary> find(@Nullable Pii email, @Nullable Pii name, Paging paging) {
		Query query = new Query();
		if (email != null) {
			query.addCriteria(Criteria.where(BY_EMAIL).is(normal(email.value())));
		}
		if (name != null) {
			query.addCriteria(Criteria.where(BY_NAME).regex(Pattern.quote(normal(name.value()))));
		}
		query.with(Sort.by(Sort.Direction.DESC, BY_AGE)).skip(paging.skip()).limit(paging.limit());
		query.fields().include(CandidateSummary.FIELDS);
		return paging.of(this.mongo.query(Candidate.class).as(CandidateSummary.class).matching(query).all());
	}

	/**
	 * The same for two ways of writing that a person takes for the same: case, width,
	 * spaces.
	 */
	static String normal(String text) {
		String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
		return WHITE_SPACE.matcher(compatible.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
	}

	/** A candidate in a list: all but the timeline. */
	record CandidateSummary(UUID id, String stage, Instant openedAt, Person person, List<Booking> bookings) {

		static final String[] FIELDS = { "stage", "openedAt", "person", "bookings" };

	}

}
