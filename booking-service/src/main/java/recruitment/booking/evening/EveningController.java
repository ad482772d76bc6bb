package recruitment.booking.evening;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import recruitment.platform.web.Page;
import recruitment.platform.web.Paging;

import org.springframework.http.HttpHeaders;
import recruitment.platform.security.Open;
import recruitment.platform.security.Role;
import recruitment.platform.security.Staff;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Evenings over HTTP: anybody reads, staff write. */
@RestController
@RequestMapping("/api/evenings")
@Staff(Role.EVENTS_DESK)
class EveningController {

	/** Asks for what staff alone see: drafts, and those that were discarded. */
	private static final String ALL = "status=all";

	private final Evenings evenings;

	private final EveningService service;

	EveningController(Evenings evenings, EveningService service) {
		this.evenings = evenings;
		this.service = service;
	}

	@GetMapping
	@Open
	List<EveningView> upcoming() {
		return this.evenings.upcoming();
	}

	@GetMapping("/{id}")
	@Open
	ResponseEntity<EveningView> evening(@PathVariable UUID id) {
		return tagged(this.evenings.byId(id));
	}

	@GetMapping(params = ALL)
	Page<EveningView> all(Paging paging) {
		return this.evenings.all(paging);
	}

	@GetMapping(path = "/{id}", params = ALL)
	ResponseEntity<EveningView> any(@PathVariable UUID id) {
		return tagged(this.evenings.any(id));
	}

	@PostMapping
	ResponseEntity<EveningView> create(@RequestBody @Valid NewEvening request) {
		EveningView draft = this.service.create(request);
		return ResponseEntity.created(URI.create("/api/evenings/" + draft.id()))
			.eTag(draft.etag().formattedTag())
			.body(draft);
	}

	@PatchMapping("/{id}")
	ResponseEntity<EveningView> change(@PathVariable UUID id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String state,
			@RequestBody @Valid EveningChange change) {
		return tagged(this.service.change(id, IfMatch.required(state), change));
	}

	@PostMapping("/{id}/publish")
	ResponseEntity<EveningView> publish(@PathVariable UUID id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String state) {
		return tagged(this.service.publish(id, new IfMatch(state)));
	}

	@PostMapping("/{id}/cancel")
	ResponseEntity<EveningView> cancel(@PathVariable UUID id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String state) {
		return tagged(this.service.cancel(id, new IfMatch(state)));
	}

	private static ResponseEntity<EveningView> tagged(EveningView evening) {
		return ResponseEntity.ok().eTag(evening.etag().formattedTag()).body(evening);
	}

}
