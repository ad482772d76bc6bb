package recruitment.platformtest.sample.storeless;

import org.springframework.data.mongodb.core.MongoOperations;

class EveningPages {

	long count(MongoOperations store) {
		return store.getCollection("evenings").countDocuments();
	}

}
