package recruitment.booking.booking;

import java.net.URI;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import recruitment.booking.evening.Evenings;
import recruitment.booking.limit.Limits;
import recruitment.platform.security.Open;
import recruitment.platform.security.Role;
import recruitment.platform.security.Staff;
import recruitment.platform.web.Page;
import recruitment.platform.web.Paging;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Bookings over HTTP: anybody books, staff list and cancel. */
@RestController
class BookingController {

	private final BookingService service;

	private final Bookings bookings;

	private final Cancellations cancellations;

	private final Evenings evenings;

	private final Limits limits;

	BookingController(BookingService service, Bookings bookings, Cancellations cancellations, Evenings evenings,
			Limits limits) {
		this.service = service;
		this.bookings = bookings;
		this.cancellations = cancellations;
		this.evenings = evenings;
		this.limits = limits;
	}

	@PostMapping("/api/evenings/{evening}/bookings")
	@Open
	ResponseEntity<BookingView> book(@PathVariable UUID evening,
			@RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
			@RequestBody @Valid BookingRequest asked, HttpServletRequest request) {
		String required = IdempotencyKey.require(key);
		this.limits.admit(request, asked.email());
		Booked booked = this.service.book(evening, required, asked, Channel.API);
		ResponseEntity.BodyBuilder answer = ResponseEntity
			.created(URI.create("/api/bookings/" + booked.booking().id()));
		if (booked.replayed()) {
			answer.header("Idempotency-Replayed", "true");
		}
		return answer.body(booked.booking());
	}

	@GetMapping("/api/bookings/{id}")
	@Open
	BookingView booking(@PathVariable UUID id) {
		return this.bookings.view(id);
	}

	@GetMapping("/api/evenings/{evening}/bookings")
	@Staff(Role.EVENTS_DESK)
	Page<Attendee> attendees(@PathVariable UUID evening, Paging paging) {
		this.evenings.requireExists(evening);
		return this.bookings.attendees(evening, paging);
	}

	@PostMapping("/api/bookings/{id}/cancel")
	@Staff(Role.EVENTS_DESK)
	BookingView cancel(@PathVariable UUID id) {
		return this.cancellations.byStaff(id);
	}

}
