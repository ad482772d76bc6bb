package recruitment.platform.event;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * An event whose Kafka key is not the id of the aggregate that says it: a notification is
 * told under the booking it is about, so that both keep their order.
 */
public interface Keyed {

	/** The Kafka key; not part of the data. */
	@JsonIgnore
	String key();

}
