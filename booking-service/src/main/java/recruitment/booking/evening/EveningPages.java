package recruitment.booking.evening;

import java.time.Duration;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import recruitment.platform.security.Open;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The evenings as the public reads of them. */
@Controller
@Open
class EveningPages {

	/**
	 * The card alone may stand in pages of others; nothing can be sent from it or run.
	 */
	private static final String CARD_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; "
			+ "form-action 'none'; frame-ancestors *";

	/** How long a card may say that there are places when there are none. */
	private static final CacheControl CARD_AGE = CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

	private final Evenings evenings;

	EveningPages(Evenings evenings) {
		this.evenings = evenings;
	}

	@GetMapping("/")
	String start() {
		return "redirect:/evenings";
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

	/** A card for pages of others, such as an article about the evening. */
	@GetMapping("/embed/evenings/{slug}")
	String card(@PathVariable String slug, Model model, HttpServletResponse response) {
		model.addAttribute("evening", this.evenings.bySlug(slug));
		response.setHeader("Content-Security-Policy", CARD_POLICY);
		response.setHeader(HttpHeaders.CACHE_CONTROL, CARD_AGE.getHeaderValue());
		return "card";
	}

}
