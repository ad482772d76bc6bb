package recruitment.platformtest.sample.save;

import org.springframework.data.mongodb.core.MongoTemplate;

class Evenings {

	void keep(MongoTemplate store, Object evening) {
		store.save(evening);
	}

}
