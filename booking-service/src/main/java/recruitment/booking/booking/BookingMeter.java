package recruitment.booking.booking;

import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import recruitment.platform.error.Problem;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Counts each request to book once, in {@code recruit.bookings}: those that came to a
 * decision by the decision, the others by the status of their answer. A body that is too
 * large is refused before anybody reads what it asks for, and not counted.
 */
@Component
class BookingMeter {

	private static final String COUNTED = BookingMeter.class.getName();

	private final MeterRegistry meters;

	BookingMeter(MeterRegistry meters) {
		this.meters = meters;
	}

	Booked count(Channel channel, Supplier<Booked> decision) {
		try {
			Booked booked = decision.get();
			count(channel, booked.replayed() ? "replayed" : "accepted");
			return booked;
		}
		catch (Problem refused) {
			count(channel, switch (refused.name()) {
				case "already-booked" -> "duplicate";
				case "evening-full" -> "full";
				case "evening-closed", "key-reused" -> "invalid";
				// all that is over in a moment
				default -> "limited";
			});
			throw refused;
		}
	}

	private static String outcome(int status) {
		if (status == HttpStatus.TOO_MANY_REQUESTS.value()) {
			return "limited";
		}
		return (status >= 500) ? "error" : "invalid";
	}

	private void count(Channel channel, String outcome) {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		if (request != null) {
			request.setAttribute(COUNTED, true, RequestAttributes.SCOPE_REQUEST);
		}
		this.meters.counter("recruit.bookings", "outcome", outcome, "channel", channel.text()).increment();
	}

	/** Counts what did not come to a decision. */
	HandlerInterceptor undecided(Channel channel) {
		return new HandlerInterceptor() {
			@Override
			public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
					@Nullable Exception failure) {
				if (HttpMethod.POST.matches(request.getMethod()) && request.getAttribute(COUNTED) == null) {
					count(channel, (failure != null) ? "error" : outcome(response.getStatus()));
				}
			}
		};
	}

}
