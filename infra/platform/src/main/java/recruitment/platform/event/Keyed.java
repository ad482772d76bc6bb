package recruitment.platform.event;

/**
 * An event whose Kafka key is not the id of the aggregate that says it: a notification is
 * told under the booking it is about, so that both keep their order.
 */
public interface Keyed {

	/** The Kafka key; not part of the data. */
	String key();

}
