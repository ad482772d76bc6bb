package recruitment.booking.evening;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Evenings over HTTP: anybody reads, staff write. */
@RestController
@RequestMapping("/api/evenings")
class EveningController {

	private final Evenings evenings;

	private final EveningService service;

	EveningController(Evenings evenings, EveningService service) {
		this.evenings = evenings;
		this.service = service;
	}

	@GetMapping
	List<EveningView> upcoming() {
		return this.evenings.upcoming();
	}

	@GetMapping("/{id}")
	EveningView evening(@PathVariable UUID id) {
		return this.evenings.byId(id);
	}

	@PostMapping
	ResponseEntity<EveningView> create(@RequestBody @Valid NewEvening request) {
		EveningView draft = this.service.create(request);
		return ResponseEntity.created(URI.create("/api/evenings/" + draft.id())).body(draft);
	}

	@PatchMapping("/{id}")
	EveningView change(@PathVariable UUID id, @RequestBody @Valid EveningChange change) {
		return this.service.change(id, change);
	}

	@PostMapping("/{id}/publish")
	EveningView publish(@PathVariable UUID id) {
		return this.service.publish(id);
	}

	@PostMapping("/{id}/cancel")
	EveningView cancel(@PathVariable UUID id) {
		return this.service.cancel(id);
	}

}
