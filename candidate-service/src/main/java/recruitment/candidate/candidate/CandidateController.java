package recruitment.candidate.candidate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import recruitment.platform.security.Role;
import recruitment.platform.security.Staff;
import recruitment.candidate.candidate.Candidate.Booking;
import recruitment.candidate.candidate.Candidate.TimelineEntry;
import recruitment.candidate.candidate.CandidateSearch.CandidateSummary;
import recruitment.platform.error.Problem;
import recruitment.platform.error.Problem.FieldError;
import recruitment.platform.privacy.Pii;
import recruitment.platform.web.Page;
import recruitment.platform.web.Paging;
import recruitment.platform.web.PlainText;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The candidate desk: answers staff alone, since every answer tells of persons. */
@RestController
@RequestMapping("/api/candidates")
@Staff({ Role.RECRUITER, Role.PRIVACY })
class CandidateController {

	private final CandidateSearch candidates;

	CandidateController(CandidateSearch candidates) {
		this.candidates = candidates;
	}

	@GetMapping
	Page<CandidateSummary> newest(Paging paging) {
		return this.candidates.find(null, null, paging);
	}

	/** A search is a POST, since a URL is written into logs. */
	@PostMapping("/search")
	Page<CandidateSummary> search(@Valid @RequestBody SearchRequest wanted, Paging paging) {
		if (wanted.email() == null && wanted.name() == null) {
			throw Problem.of(HttpStatus.BAD_REQUEST, "invalid", "Search for an e-mail address, a name, or both.")
				.withErrors(List.of(new FieldError("email", "Enter an e-mail address or a name")));
		}
		return this.candidates.find(wanted.email(), wanted.name(), paging);
	}

	@GetMapping("/{id}")
	CandidateRecord one(@PathVariable UUID id) {
		return this.candidates.byId(id)
			.map(CandidateRecord::of)
			.orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "unknown-candidate", "There is no such candidate."));
	}

	/**
	 * @param email whole address; upper and lower case are the same
	 * @param name any part of a name; upper and lower case are the same
	 */
	record SearchRequest(@Nullable @PlainText(max = 254, optional = true) Pii email,
			@Nullable @PlainText(optional = true) Pii name) {

		/** An answer left empty is no answer. */
		SearchRequest {
			email = (email != null && !email.value().isBlank()) ? email : null;
			name = (name != null && !name.value().isBlank()) ? name : null;
		}

	}

	/** A candidate with everything that is known. */
	record CandidateRecord(UUID id, String stage, Instant openedAt, Person person, List<Booking> bookings,
			List<TimelineEntry> timeline) {

		static CandidateRecord of(Candidate candidate) {
			return new CandidateRecord(candidate.id(), candidate.stage(), candidate.openedAt(), candidate.person(),
					candidate.bookings(), candidate.timeline());
		}

	}

}
