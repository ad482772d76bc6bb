package recruitment.platform.event;

import java.util.List;

import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;

/**
 * What the annotations of an event say about it.
 *
 * @param type wire name
 * @param topics where it goes, in this order
 */
public record Published(String type, List<String> topics) {

	private static final ClassValue<Published> BY_CLASS = new ClassValue<>() {
		@Override
		protected Published computeValue(Class<?> event) {
			MergedAnnotations annotations = MergedAnnotations.from(event, SearchStrategy.TYPE_HIERARCHY);
			if (!annotations.isPresent(EventType.class) || !annotations.isPresent(PublishedTo.class)) {
				throw new IllegalArgumentException(event.getName() + " is no event to publish: it needs @EventType,"
						+ " and its sealed interface @PublishedTo");
			}
			return new Published(annotations.get(EventType.class).getString("value"),
					List.of(annotations.get(PublishedTo.class).getStringArray("value")));
		}
	};

	/**
	 * @throws IllegalArgumentException when an annotation is missing
	 */
	public static Published of(Object event) {
		return BY_CLASS.get(event.getClass());
	}

}
