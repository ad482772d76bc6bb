package recruitment.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;

/** Pages of staff stay in no cache; the next person at the machine may be another. */
class NoStoreForStaff implements HeaderWriter {

	static final String DESK = "/desk";

	@Override
	public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
		if (request.getRequestURI().startsWith(DESK)) {
			response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		}
	}

}
