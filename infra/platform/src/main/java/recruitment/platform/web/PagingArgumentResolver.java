package recruitment.platform.web;

import java.util.List;

import org.jspecify.annotations.Nullable;
import recruitment.platform.error.Problem;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@link Paging} from the query. */
class PagingArgumentResolver implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Paging.class;
	}

	@Override
	public Paging resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binderFactory) {
		return new Paging(number(request, "page", 0, 0, Paging.LAST_PAGE),
				number(request, "size", Paging.USUAL, 1, Paging.LARGEST));
	}

	private static int number(NativeWebRequest request, String name, int usual, int least, int most) {
		String text = request.getParameter(name);
		if (text == null) {
			return usual;
		}
		// no more than nine digits, so it fits
		int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
		if (number < least || number > most) {
			throw Problem
				.of(HttpStatus.BAD_REQUEST, "invalid", "The page that was asked for cannot be given; see errors.")
				.withErrors(List
					.of(new Problem.FieldError(name, "This is a whole number from %d to %d.".formatted(least, most))));
		}
		return number;
	}

}
