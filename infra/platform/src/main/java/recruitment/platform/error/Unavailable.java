package recruitment.platform.error;

import java.io.IOException;
import java.util.Set;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/**
 * Tells failures that pass by themselves from those that do not: the store or the broker
 * cannot be reached, answers too late, has no primary, or is full. An HTTP caller is told
 * to come back; a consumer waits for as long as it takes.
 */
public final class Unavailable {

	/** Unauthorized, authentication failed, out of disk space. */
	private static final Set<Integer> MENDED_BY_OPERATORS = Set.of(13, 18, 14031);

	private Unavailable() {
	}

	/** Looks at the failure and all its causes. */
	public static boolean isCauseOf(@Nullable Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (isUnavailable(cause)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isUnavailable(Throwable failure) {
		return switch (failure) {
			case DataAccessResourceFailureException _, TransientDataAccessException _ -> true;
			case MongoSocketException _, MongoTimeoutException _, MongoServerUnavailableException _ -> true;
			case MongoNotPrimaryException _, MongoNodeIsRecoveringException _ -> true;
			case MongoConnectionPoolClearedException _, MongoExecutionTimeoutException _ -> true;
			case MongoWriteConcernException _ -> true;
			// it lets us in again once somebody has mended it; no record is to blame
			case MongoSecurityException _ -> true;
			case MongoException refused when MENDED_BY_OPERATORS.contains(refused.getCode()) -> true;
			// a shut-down is not the fault of the record that was being handled
			case MongoInterruptedException _, InterruptedException _ -> true;
			case MongoException mongo -> mongo.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
					|| mongo.hasErrorLabel("RetryableWriteError");
			case RetriableException _, IOException _ -> true;
			default -> false;
		};
	}

}
