package recruitment.platformtest.sample.producer;

import org.springframework.kafka.core.KafkaTemplate;

class Announcer {

	void announce(KafkaTemplate<String, byte[]> kafka) {
		kafka.send("evenings", new byte[0]);
	}

}
