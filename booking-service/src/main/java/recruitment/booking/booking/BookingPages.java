package recruitment.booking.booking;

import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Validator;
import recruitment.platform.security.Open;
import recruitment.booking.evening.Availability;
import recruitment.booking.evening.EveningView;
import recruitment.booking.evening.Evenings;
import recruitment.booking.limit.HumanCheck;
import recruitment.booking.limit.Limits;
import recruitment.platform.error.Problem;
import recruitment.platform.error.Unavailable;

import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Booking in a browser, with or without JavaScript. */
@Controller
@Open
class BookingPages {

	/** Refusals that the evening's page tells better than a message. */
	private static final Set<String> SHOWN_BY_THE_EVENING = Set.of("evening-full", "evening-closed");

	/**
	 * Refusals that are over in a moment, and what to do: the form stays, with its
	 * answers.
	 */
	private static final Map<String, String> PASSING = Map.of("busy",
			"Others were booking at the same moment. Please send the form again.", "in-progress",
			"Your place is just being booked. Please wait a moment and send the form again.", "try-again",
			"Sending your answers was interrupted. Please send them again.");

	private final Evenings evenings;

	private final BookingService service;

	private final Limits limits;

	private final HumanCheck human;

	private final Validator validator;

	BookingPages(Evenings evenings, BookingService service, Limits limits, HumanCheck human, Validator validator) {
		this.evenings = evenings;
		this.service = service;
		this.limits = limits;
		this.human = human;
		this.validator = validator;
	}

	@GetMapping("/evenings/{slug}/book")
	String form(@PathVariable String slug, Model model, HttpServletResponse response) {
		EveningView evening = this.evenings.bySlug(slug);
		if (evening.availability() == Availability.FULL || evening.availability() == Availability.CLOSED) {
			return "redirect:/evenings/" + evening.slug();
		}
		// Back shows the form that was sent, with its key; anybody who comes anew gets a
		// new one
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
		model.addAttribute("evening", evening);
		return form(slug, IdempotencyKey.create(), BookingForm.empty(), Map.of(), model);
	}

	/**
	 * Not the form's own address: a browser forgets a page that it posted to, and Back
	 * would make a new one.
	 */
	@PostMapping("/evenings/{slug}/bookings")
	String book(@PathVariable String slug, BookingForm form, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		String key = IdempotencyKey.orCreate(form.key());
		try {
			EveningView evening = this.evenings.bySlug(slug);
			model.addAttribute("evening", evening);
			Map<String, String> errors = form.errors(this.validator);
			if (!errors.isEmpty()) {
				response.setStatus(HttpStatus.BAD_REQUEST.value());
				return form(slug, key, form, errors, model);
			}
			BookingRequest asked = form.request();
			this.human.require(key, form.opened(), form.homepage());
			this.limits.admit(request, asked.email());
			return "redirect:/bookings/" + this.service.book(evening.id(), key, asked, Channel.WEB).booking().id();
		}
		catch (Problem refusal) {
			return refused(refusal, slug, key, form, model, response);
		}
		catch (DataAccessException ex) {
			if (!Unavailable.isCauseOf(ex)) {
				throw ex;
			}
			response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
			response.setHeader(HttpHeaders.RETRY_AFTER, "2");
			model.addAttribute("refusal",
					"We cannot take bookings at this moment. Please send the form again shortly.");
			return form(slug, key, form, Map.of(), model);
		}
	}

	private String refused(Problem refusal, String slug, String key, BookingForm form, Model model,
			HttpServletResponse response) {
		if (SHOWN_BY_THE_EVENING.contains(refusal.name())) {
			return "redirect:/evenings/" + slug;
		}
		if (refusal.name().equals("key-reused")) {
			throw Problem.of(HttpStatus.CONFLICT, "this-form-was-sent-already",
					"Your first answers were booked, and what you changed since was not. To change a booking, cancel it "
							+ "with the link in your e-mail and book again.");
		}
		boolean limited = refusal.status() == HttpStatus.TOO_MANY_REQUESTS;
		String sentence = limited ? refusal.sentence() : PASSING.get(refusal.name());
		if (sentence == null) {
			throw refusal;
		}
		model.addAttribute("refusal", sentence);
		response.setStatus(refusal.status().value());
		if (refusal.retryAfter() != null) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.retryAfter().toSeconds()));
		}
		// only a request that was given up needs another key: any other may have booked
		String again = refusal.name().equals("try-again") ? IdempotencyKey.create() : key;
		return form(slug, again, form, Map.of(), model);
	}

	@GetMapping("/evenings/{slug}/bookings")
	String formAgain(@PathVariable String slug) {
		return "redirect:/evenings/" + slug + "/book";
	}

	private String form(String slug, String key, BookingForm answers, Map<String, String> errors, Model model) {
		model.addAttribute("slug", slug);
		model.addAttribute("key", key);
		model.addAttribute("opened", this.human.openedAgain(key, answers.opened()));
		model.addAttribute("answers", answers);
		model.addAttribute("errors", errors);
		return "book";
	}

}
