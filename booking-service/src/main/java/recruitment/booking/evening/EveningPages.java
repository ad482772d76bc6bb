package recruitment.booking.evening;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The evenings as the public reads of them. */
@Controller
class EveningPages {

	private final Evenings evenings;

	EveningPages(Evenings evenings) {
		this.evenings = evenings;
	}

	@GetMapping("/evenings")
	String upcoming(Model model) {
		model.addAttribute("evenings", this.evenings.upcoming());
		return "evenings";
	}

	@GetMapping("/evenings/{slug}")
	String evening(@PathVariable String slug, Model model) {
		model.addAttribute("evening", this.evenings.bySlug(slug));
		return "evening";
	}

}
