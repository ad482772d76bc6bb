package recruitment.platform.outbox;

import org.springframework.dao.TransientDataAccessException;

/**
 * So many events of one aggregate wait for Kafka that no further one is taken. The cause
 * is outside: an HTTP caller is told to come back, a consumer backs off.
 */
public class OutboxFullException extends TransientDataAccessException {

	OutboxFullException(String aggregateType) {
		super("the outbox of one " + aggregateType + " is full: its events wait for Kafka");
	}

}
