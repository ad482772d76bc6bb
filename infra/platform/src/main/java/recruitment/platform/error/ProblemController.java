package recruitment.platform.error;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import recruitment.platform.security.Open;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers with a {@link Problem} what failed before or after the controllers. */
@Controller
@Open
class ProblemController implements ErrorController {

	private final ProblemRenderer renderer;

	ProblemController(ProblemRenderer renderer) {
		this.renderer = renderer;
	}

	@RequestMapping("${spring.web.error.path:/error}")
	Object answer(HttpServletRequest request, HttpServletResponse response) {
		return this.renderer.render(problem(request), HttpHeaders.EMPTY, request, response);
	}

	private static Problem problem(HttpServletRequest request) {
		if (request.getAttribute(ProblemFilter.PROBLEM) instanceof Problem problem) {
			return problem;
		}
		Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		// without a status nothing failed: somebody asks for the address of errors
		HttpStatus known = (status instanceof Integer code) ? HttpStatus.resolve(code) : HttpStatus.NOT_FOUND;
		return Problems.of((known != null) ? known : HttpStatus.INTERNAL_SERVER_ERROR);
	}

}
