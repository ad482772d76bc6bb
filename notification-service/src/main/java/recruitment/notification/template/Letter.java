package recruitment.notification.template;

import org.jspecify.annotations.Nullable;

import recruitment.notification.calendar.Evening;
import recruitment.platform.privacy.Pii;

/**
 * What a message says.
 *
 * @param first whether no earlier message about this booking has, or may have, arrived
 * @param name of the person; whatever they typed
 * @param cancelledBy {@code person}, {@code staff} or {@code evening}; for a cancellation
 * alone
 */
public record Letter(Template template, boolean first, Pii name, String reference, Evening evening, String cancelLink,
		@Nullable String cancelledBy) {

	/**
	 * The words to greet with. A name that a mail program could turn into a link is left
	 * out: a confirmation is no way to send somebody else's address to a stranger.
	 */
	public String greeting() {
		String name = this.name.value()
			.replaceAll("[\\p{Cc}\\p{Z}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+", " ")
			.strip();
		return (name.isEmpty() || name.matches(".*([/:@\\\\]|[.。．｡]\\p{L}{2}).*")) ? "Hello" : "Hello " + name;
	}

}
