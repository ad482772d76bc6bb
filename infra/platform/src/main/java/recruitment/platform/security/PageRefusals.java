package recruitment.platform.security;

import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import recruitment.platform.error.Problem;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** 403 of the pages, in a sentence that says what to do. */
class PageRefusals implements AccessDeniedHandler {

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure) {
		if (failure instanceof CsrfException) {
			throw Problem.of(HttpStatus.FORBIDDEN, "form-expired",
					"This form was open for too long, or your browser keeps no cookies. Go back, load the page again, "
							+ "and send it.");
		}
		throw Problem.of(HttpStatus.FORBIDDEN, "not-your-desk", StaffMember
			.of(SecurityContextHolder.getContext().getAuthentication())
			.map((staff) -> "You are signed in as %s, with %s, and this page is for others. Sign out, and sign in with another account."
				.formatted(staff.name(), roles(staff)))
			.orElse("This page is for others."));
	}

	private static String roles(StaffMember staff) {
		return staff.roles().isEmpty() ? "no role here"
				: staff.roles().stream().collect(Collectors.joining(", ", "the role ", ""));
	}

}
