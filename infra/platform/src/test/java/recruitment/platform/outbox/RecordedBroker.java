package recruitment.platform.outbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** A broker that remembers what it acknowledged, and fails when it is told to. */
class RecordedBroker implements EventSender {

	private final List<Message> log = Collections.synchronizedList(new ArrayList<>());

	private volatile Behaviour behaviour = (message) -> {
	};

	@Override
	public void send(String topic, String subject, long sequence, OutboxEntry event) {
		Message message = new Message(topic, subject, sequence, event.id(), event.type());
		this.behaviour.before(message);
		this.log.add(message);
	}

	/** What happens before a message is taken: nothing, or an exception. */
	void behave(Behaviour behaviour) {
		this.behaviour = behaviour;
	}

	void heal() {
		behave((message) -> {
		});
	}

	void fail(boolean retriable) {
		behave((message) -> {
			throw new SendFailedException(new IllegalStateException("told to fail"), retriable);
		});
	}

	List<Message> log() {
		return List.copyOf(this.log);
	}

	List<Message> log(String topic) {
		return log().stream().filter((message) -> message.topic().equals(topic)).toList();
	}

	List<Long> sequences(String topic) {
		return log(topic).stream().map(Message::sequence).toList();
	}

	record Message(String topic, String subject, long sequence, UUID id, String type) {
	}

	interface Behaviour {

		void before(Message message);

	}

}
