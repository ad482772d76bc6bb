package recruitment.local.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * An HTTP answer. Whatever comes from a mail is shown without scripts and without
 * anything fetched from elsewhere.
 */
record Answer(int status, Map<String, List<String>> headers, byte[] body) {

	private static final String PAGE_POLICY = "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; "
			+ "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

	private static final String MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
			+ "form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

	static Answer nothing(int status) {
		return new Answer(status, Map.of(), new byte[0]);
	}

	static Answer of(String type, byte[] body) {
		return new Answer(200, Map.of("Content-Type", List.of(type), "X-Content-Type-Options", List.of("nosniff")),
				body);
	}

	static Answer json(byte[] body) {
		return of("application/json", body);
	}

	static Answer download(String type, String name, byte[] body) {
		return new Answer(200, Map.of("Content-Type", List.of(type), "X-Content-Type-Options", List.of("nosniff"),
				"Content-Disposition", List.of("attachment; filename=\"" + name + "\"")), body);
	}

	static Answer page(int status, String html) {
		return html(status, html, PAGE_POLICY);
	}

	static Answer mailHtml(String html) {
		return html(200, html, MAIL_POLICY);
	}

	private static Answer html(int status, String html, String policy) {
		return new Answer(status,
				Map.of("Content-Type", List.of("text/html; charset=utf-8"), "Content-Security-Policy", List.of(policy),
						"X-Content-Type-Options", List.of("nosniff"), "Referrer-Policy", List.of("no-referrer")),
				html.getBytes(StandardCharsets.UTF_8));
	}

}
