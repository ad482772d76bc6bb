package recruitment.platform.observability;

import io.micrometer.common.KeyValue;

import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerHttpObservationDocumentation.HighCardinalityKeyNames;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * Tells of a request the pattern of its address, {@code /bookings/cancel/{token}}, in
 * spans too: the address itself may be a link that lets its holder do something, or name
 * a person.
 */
class PatternInsteadOfAddress extends DefaultServerRequestObservationConvention {

	@Override
	protected KeyValue httpUrl(ServerRequestObservationContext context) {
		return KeyValue.of(HighCardinalityKeyNames.HTTP_URL, uri(context).getValue());
	}

}
