package recruitment.booking.booking;

import java.util.UUID;

import recruitment.platform.security.Open;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * A booking in a browser, for whoever has its address, and cancelling it, for whoever has
 * its link. A GET shows, a POST does: scanners of mail follow links.
 */
@Controller
@Open
class BookedPages {

	private final Bookings bookings;

	private final Cancellations cancellations;

	BookedPages(Bookings bookings, Cancellations cancellations) {
		this.bookings = bookings;
		this.cancellations = cancellations;
	}

	@GetMapping("/bookings/{id}")
	String booked(@PathVariable UUID id, Model model) {
		return booked(this.bookings.view(id), model);
	}

	@GetMapping("/bookings/cancel/{token}")
	String cancelLink(@PathVariable String token, Model model) {
		BookingView booking = this.cancellations.ofLink(token);
		if (booking.status().isFinal()) {
			return booked(booking, model);
		}
		model.addAttribute("token", token);
		model.addAttribute("reference", booking.reference());
		model.addAttribute("evening", booking.evening());
		return "cancel";
	}

	@PostMapping("/bookings/cancel/{token}")
	String cancel(@PathVariable String token) {
		this.cancellations.byLink(token);
		return "redirect:/bookings/cancel/" + token;
	}

	private static String booked(BookingView booking, Model model) {
		model.addAttribute("reference", booking.reference());
		model.addAttribute("evening", booking.evening());
		model.addAttribute("cancelled", booking.status().isFinal());
		return "booked";
	}

}
