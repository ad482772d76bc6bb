package recruitment.platform.store;

import org.jspecify.annotations.Nullable;
import recruitment.platform.error.Unavailable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoDatabaseFactorySupport;
import org.springframework.data.mongodb.core.MongoExceptionTranslator;

/**
 * Tells every way in which the store can be away with one exception. The translator of
 * Spring Data knows some of the driver's exceptions by their exact name and takes their
 * kin for uncategorised.
 */
class UnavailableAsResourceFailure implements BeanPostProcessor {

	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		if (bean instanceof MongoDatabaseFactorySupport<?> factory) {
			factory.setExceptionTranslator(new Translator());
		}
		return bean;
	}

	private static final class Translator extends MongoExceptionTranslator {

		@Override
		public @Nullable DataAccessException translateExceptionIfPossible(RuntimeException ex) {
			DataAccessException translated = super.translateExceptionIfPossible(ex);
			if (translated instanceof DataAccessResourceFailureException || !Unavailable.isCauseOf(ex)) {
				return translated;
			}
			return new DataAccessResourceFailureException("the store is not available", ex);
		}

	}

}
