package recruitment.platform.security;

import java.time.Duration;

import org.mongodb.spring.session.JdkMongoSessionConverter;
import org.mongodb.spring.session.MongoIndexedSessionRepository;
import recruitment.platform.store.IndexedCollection;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;
import org.springframework.session.config.annotation.web.http.SpringHttpSessionConfiguration;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * Sessions of staff, in the store of the service: its instances share them, and a restart
 * ends none. The public has no session.
 */
@Configuration(proxyBeanMethods = false)
@Import(SpringHttpSessionConfiguration.class)
class StaffSessions {

	private static final String COLLECTION = "sessions";

	@Bean
	MongoIndexedSessionRepository sessionRepository(MongoOperations mongo, SecurityProperties properties) {
		MongoIndexedSessionRepository sessions = new MongoIndexedSessionRepository(mongo);
		sessions.setCollectionName(COLLECTION);
		sessions.setDefaultMaxInactiveInterval(properties.idle());
		sessions.setMongoSessionConverter(new WithoutIndexes(properties.idle()));
		return sessions;
	}

	/** What has ended is removed by the store, a minute or so later. */
	@Bean
	IndexedCollection sessionIndexes() {
		return new IndexedCollection(COLLECTION, new Index("expireAt", Sort.Direction.ASC).expire(Duration.ZERO),
				new Index("principal", Sort.Direction.ASC).sparse());
	}

	@Bean
	CookieSerializer sessionCookie(SecurityProperties properties, @Value("${spring.application.name}") String name) {
		DefaultCookieSerializer cookie = new DefaultCookieSerializer();
		// ports do not keep the cookies of services on one host apart, names do
		cookie.setCookieName(properties.cookie(name + "-session"));
		cookie.setCookiePath("/");
		cookie.setUseHttpOnlyCookie(true);
		cookie.setUseSecureCookie(properties.secureCookies());
		// "Strict" would be missing when the provider sends people back
		cookie.setSameSite("Lax");
		return cookie;
	}

	@Bean
	SignOut signOut(MongoIndexedSessionRepository sessions) {
		return new SignOut(sessions);
	}

	/**
	 * Indexes are made in the background: the store may be away when a service starts.
	 */
	private static final class WithoutIndexes extends JdkMongoSessionConverter {

		WithoutIndexes(Duration idle) {
			super(idle);
		}

		@Override
		protected void ensureIndexes(IndexOperations sessions) {
			// see sessionIndexes
		}

	}

}
