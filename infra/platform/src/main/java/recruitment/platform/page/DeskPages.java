package recruitment.platform.page;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import recruitment.platform.security.Open;

/** Where people are when they are not signed in. */
@Controller
@Open
class DeskPages {

	@GetMapping("/signed-out")
	String signedOut() {
		return "desk/signed-out";
	}

	@GetMapping("/sign-in-failed")
	String failed() {
		return "desk/sign-in-failed";
	}

}
