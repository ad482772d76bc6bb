package recruitment.notification.intent;

import java.util.List;

import org.jspecify.annotations.Nullable;
import recruitment.platform.security.Role;
import recruitment.platform.security.Staff;
import recruitment.platform.web.Paging;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The message desk: what became of the messages about a booking. */
@Controller
@Staff(Role.MESSAGE_DESK)
class MessageDesk {

	private final Intents intents;

	MessageDesk(Intents intents) {
		this.intents = intents;
	}

	@GetMapping("/desk")
	String start() {
		return "redirect:/desk/messages";
	}

	@GetMapping("/desk/messages")
	String about(@RequestParam(required = false) @Nullable String reference, Paging paging, Model model) {
		String wanted = (reference != null) ? reference.strip() : "";
		model.addAttribute("reference", wanted);
		model.addAttribute("messages", wanted.isEmpty() ? List.of() : this.intents.find(wanted, null, paging));
		return "desk/messages";
	}

}
