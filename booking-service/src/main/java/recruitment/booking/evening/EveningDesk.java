package recruitment.booking.evening;

import recruitment.platform.security.Role;
import recruitment.platform.security.Staff;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The events desk: the evenings that are ahead, and how full they are. */
@Controller
@Staff(Role.EVENTS_DESK)
class EveningDesk {

	private final Evenings evenings;

	EveningDesk(Evenings evenings) {
		this.evenings = evenings;
	}

	@GetMapping("/desk")
	String start() {
		return "redirect:/desk/evenings";
	}

	@GetMapping("/desk/evenings")
	String ahead(Model model) {
		model.addAttribute("rows", this.evenings.ahead());
		return "desk/evenings";
	}

}
