package recruitment.booking.booking;

import org.jspecify.annotations.Nullable;
import recruitment.platform.security.Secret;
import recruitment.platform.store.IndexedCollection;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class BookingConfiguration {

	private static final String PERSON_KEY_SECRET = "recruitment.person-key-secret";

	@Bean
	IndexedCollection bookingIndexes() {
		return new IndexedCollection("bookings", new Index("reference", Sort.Direction.ASC).unique().sparse(),
				new Index("live", Sort.Direction.ASC).unique().sparse(), new Index("evening._id", Sort.Direction.ASC));
	}

	@Bean
	WebMvcConfigurer undecidedBookings(BookingMeter meter) {
		return new WebMvcConfigurer() {
			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(meter.undecided(Channel.API)).addPathPatterns("/api/evenings/*/bookings");
				registry.addInterceptor(meter.undecided(Channel.WEB)).addPathPatterns("/evenings/*/bookings");
			}
		};
	}

	@Bean
	PersonKeys personKeys(@Value("${" + PERSON_KEY_SECRET + ":#{null}}") @Nullable String secret) {
		return new PersonKeys(Secret.decode(PERSON_KEY_SECRET, secret));
	}

}
