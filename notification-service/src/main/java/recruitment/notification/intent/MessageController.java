package recruitment.notification.intent;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import recruitment.platform.security.Role;
import recruitment.platform.security.Staff;
import recruitment.platform.error.Problem;
import recruitment.platform.web.Page;
import recruitment.platform.web.Paging;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The message desk: what became of the messages about a booking. Tells neither whom nor
 * what was written.
 */
@RestController
@RequestMapping("/api/messages")
@Staff({ Role.MESSAGE_DESK, Role.OPS })
class MessageController {

	private final Intents intents;

	MessageController(Intents intents) {
		this.intents = intents;
	}

	/** In the order of the events that they follow from. */
	@GetMapping
	Page<MessageView> about(@RequestParam @Nullable String reference, @RequestParam @Nullable UUID booking,
			Paging paging) {
		if ((reference == null) == (booking == null)) {
			throw Problem.of(HttpStatus.BAD_REQUEST, "invalid",
					"Ask for the messages of one booking, by its reference or by its id.");
		}
		return paging.of(this.intents.find(reference, booking, paging).stream().map(MessageView::of).toList());
	}

	/**
	 * One message as it stands.
	 *
	 * @param createdAt when it was known that it is to be sent
	 * @param nextAttemptAt when it is tried next; absent when it is not, or right now
	 * @param endedAt when it was sent, given up, held or suppressed
	 * @param answer class and reply code of the last answer of the provider
	 * @param uncertain attempts that may have arrived without anybody knowing
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record MessageView(String id, UUID booking, String reference, String template, IntentStatus status,
			String messageId, int attempts, int uncertain, @Nullable String answer, Instant createdAt,
			@Nullable Instant nextAttemptAt, @Nullable Instant endedAt) {

		static MessageView of(Intent intent) {
			return new MessageView(intent.id(), intent.booking(), intent.message().reference(),
					intent.message().template().wireName(), intent.status(), intent.messageId(), intent.attempts(),
					intent.uncertain(), intent.answer(), intent.at(), intent.isOpen() ? intent.due() : null,
					intent.ended());
		}

	}

}
