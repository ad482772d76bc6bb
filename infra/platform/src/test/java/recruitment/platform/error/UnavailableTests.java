package recruitment.platform.error;

import java.net.ConnectException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.bson.BsonDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.UncategorizedMongoDbException;

import static org.assertj.core.api.Assertions.assertThat;

class UnavailableTests {

	private static final ServerAddress STORE = new ServerAddress();

	@ParameterizedTest
	@MethodSource
	void whatPassesByItselfIsWaitedFor(Exception failure) {
		assertThat(Unavailable.isCauseOf(failure)).isTrue();
		assertThat(Unavailable.isCauseOf(new IllegalStateException(failure))).isTrue();
	}

	static Stream<Exception> whatPassesByItselfIsWaitedFor() {
		return Stream.of(new MongoTimeoutException(""), new MongoOperationTimeoutException(""),
				new MongoSocketReadTimeoutException("", STORE, new java.net.SocketTimeoutException()),
				new UncategorizedMongoDbException("", new MongoNotPrimaryException(new BsonDocument(), STORE)),
				new DataAccessResourceFailureException(""), new OptimisticLockingFailureException(""),
				new ExecutionException(new TimeoutException()), new ConnectException(), new InterruptedException());
	}

	/** Unauthorized, authentication failed, out of disk space. */
	@ParameterizedTest
	@ValueSource(ints = { 13, 18, 14031 })
	void whatAnOperatorMendsInTheStoreIsNoRecordsFault(int code) {
		assertThat(Unavailable.isCauseOf(new UncategorizedMongoDbException("", new MongoException(code, "")))).isTrue();
	}

	@ParameterizedTest
	@MethodSource
	void whatWouldFailAgainIsNot(Exception failure) {
		assertThat(Unavailable.isCauseOf(failure)).isFalse();
	}

	static Stream<Exception> whatWouldFailAgainIsNot() {
		return Stream.of(new IllegalStateException(), new NullPointerException(), new DuplicateKeyException(""),
				new MongoCommandException(new BsonDocument(), STORE), new RecordTooLargeException());
	}

}
