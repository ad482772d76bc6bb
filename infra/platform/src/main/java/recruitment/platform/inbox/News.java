package recruitment.platform.inbox;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import recruitment.platform.event.EventType;

/** The records of a sealed interface by the wire names of their events. */
final class News<N> {

	private final Map<String, Class<? extends N>> byType = new HashMap<>();

	/**
	 * @throws IllegalArgumentException when the interface is not sealed, or a record of
	 * it has no wire name or that of another
	 */
	News(Class<N> news) {
		add(news, news);
	}

	private void add(Class<N> news, Class<?> part) {
		if (part.isSealed()) {
			for (Class<?> permitted : part.getPermittedSubclasses()) {
				add(news, permitted);
			}
			return;
		}
		EventType type = part.getAnnotation(EventType.class);
		if (type == null) {
			throw new IllegalArgumentException(part.getName() + " needs an @EventType, or to be sealed");
		}
		if (this.byType.put(type.value(), part.asSubclass(news)) != null) {
			throw new IllegalArgumentException(type.value() + " is the wire name of two records");
		}
	}

	@Nullable Class<? extends N> record(String type) {
		return this.byType.get(type);
	}

}
