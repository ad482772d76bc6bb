package recruitment.platform.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of an event's data: fields in the order of the record, absent ones left out,
 * times as ISO 8601 in UTC. It stands apart from the JSON of HTTP, so that no setting
 * made for web clients changes what lies on a topic.
 */
public final class EventJson {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.changeDefaultPropertyInclusion((include) -> include.withValueInclusion(JsonInclude.Include.NON_ABSENT))
		.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.build();

	private EventJson() {
	}

	/** UTF-8 bytes of the event's data. */
	public static byte[] write(Object event) {
		return MAPPER.writeValueAsBytes(event);
	}

}
