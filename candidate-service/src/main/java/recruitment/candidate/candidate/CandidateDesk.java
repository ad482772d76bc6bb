package recruitment.candidate.candidate;

import recruitment.platform.security.Role;
import recruitment.platform.security.Staff;
import recruitment.platform.web.Paging;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The recruiter's desk: the candidates, the latest first. */
@Controller
@Staff(Role.RECRUITER)
class CandidateDesk {

	private final CandidateSearch candidates;

	CandidateDesk(CandidateSearch candidates) {
		this.candidates = candidates;
	}

	@GetMapping("/desk")
	String start() {
		return "redirect:/desk/candidates";
	}

	@GetMapping("/desk/candidates")
	String newest(Paging paging, Model model) {
		model.addAttribute("candidates", this.candidates.find(null, null, paging));
		return "desk/candidates";
	}

}
