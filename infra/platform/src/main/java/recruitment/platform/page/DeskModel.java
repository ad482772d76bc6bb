package recruitment.platform.page;

import org.jspecify.annotations.Nullable;
import recruitment.platform.security.StaffMember;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page the member of staff who looks at it, as {@code staff}. */
@ControllerAdvice(annotations = Controller.class)
class DeskModel {

	@ModelAttribute("staff")
	@Nullable StaffMember staff(@Nullable Authentication authentication) {
		return StaffMember.of(authentication).orElse(null);
	}

}
