package recruitment.platform.error;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.mongodb.MongoOperationTimeoutException;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recruitment.platform.privacy.Pii;
import recruitment.platform.web.EmailAddress;
import recruitment.platform.web.Page;
import recruitment.platform.web.Paging;
import recruitment.platform.web.PlainText;
import recruitment.platform.web.WebAutoConfiguration;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, classes = ProblemTests.Application.class,
		properties = { "spring.profiles.active=local", "recruitment.web.allowed-origins=https://www.example.org" })
@ExtendWith(OutputCaptureExtension.class)
class ProblemTests {

	private static final String BOOKING = """
			{"name": "Sam Sample", "email": "sam@example.org"}""";

	private static final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Test
	void aGoodRequestIsAnswered() throws Exception {
		assertThat(post("/api/things", BOOKING).statusCode()).isEqualTo(200);
	}

	@Test
	void aRefusalTellsItsTypeSentenceAndWhenToComeBack() throws Exception {
		HttpResponse<String> response = get("/api/refusal", "application/json");
		assertThat(response.statusCode()).isEqualTo(409);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(response.headers().firstValue("Retry-After")).contains("7");
		assertThat(json(response)).isEqualTo(Map.of("type", "urn:recruitment:problem:evening-full", "title",
				"Evening full", "status", 409, "detail", "The evening is full."));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{"name": "Sam", "email": "a@b"}                                  | email | Enter an e-mail address
					{"name": "Sam", "email": "sam@example.org\\r\\nBcc: x@example.org"}  | email | Enter an e-mail address
					{"name": " ", "email": "sam@example.org"}                        | name  | Enter your full name
					{"email": "sam@example.org"}                                     | name  | Enter your full name
					{"name": "Sam\\u0007", "email": "sam@example.org"}                | name  | Take out line breaks
					{"name": {"first": "Sam"}, "email": "sam@example.org"}           | name  | This value is not of the expected kind
					{"name": "Sam", "email": "sam@example.org", "count": "secret"}   | count | This value is not of the expected kind
					""")
	void aBadFieldIsNamedAndItsValueIsNotRepeated(String body, String field, String message) throws Exception {
		HttpResponse<String> response = post("/api/things", body);
		assertProblem(response, 400, "invalid");
		assertThat(errors(response)).singleElement().satisfies((error) -> {
			assertThat(error).containsEntry("field", field);
			assertThat(error.get("message")).startsWith(message);
		});
		assertThat(response.body()).doesNotContain("Bcc", "secret", "a@b");
	}

	@Test
	void everyBadFieldIsNamedAtOnce() throws Exception {
		HttpResponse<String> response = post("/api/things", "{\"name\": \"%s\"}".formatted("x".repeat(201)));
		assertThat(errors(response)).extracting((error) -> error.get("field"))
			.containsExactlyInAnyOrder("name", "email");
	}

	@Test
	void anUnknownFieldIsRefusedByName() throws Exception {
		HttpResponse<String> response = post("/api/things", """
				{"name": "Sam", "email": "sam@example.org", "rank": 1}""");
		assertProblem(response, 400, "unknown-field");
		assertThat(errors(response)).containsExactly(Map.of("field", "rank", "message", "This field is not known."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"name\": ", "not json", "", "{} trailing" })
	void aMalformedBodyIsRefused(String body) throws Exception {
		assertProblem(post("/api/things", body), 400, "malformed");
	}

	@Test
	void aMissingHeaderIsNamed() throws Exception {
		HttpResponse<String> response = get("/api/keyed", "application/json");
		assertProblem(response, 400, "invalid");
		assertThat(errors(response))
			.containsExactly(Map.of("field", "Idempotency-Key", "message", "This header is missing."));
	}

	@Test
	void anAddressThatIsNotAnIdIsNotFound() throws Exception {
		assertProblem(get("/api/things/one", "*/*"), 404, "not-found");
		assertProblem(get("/api/nothing", "*/*"), 404, "not-found");
		assertProblem(get("/error", "*/*"), 404, "not-found");
	}

	@Test
	void aParameterOfTheWrongKindIsNamed() throws Exception {
		HttpResponse<String> response = get("/api/counted?count=secret", "*/*");
		assertProblem(response, 400, "invalid");
		assertThat(errors(response)).singleElement()
			.satisfies((error) -> assertThat(error).containsEntry("field", "count"));
		assertThat(response.body()).doesNotContain("secret");
	}

	@Test
	void methodAcceptAndContentTypeAreRefusedAsHttpSays() throws Exception {
		HttpResponse<String> method = send(request("/api/things").DELETE());
		assertProblem(method, 405, "method-not-allowed");
		assertThat(method.headers().firstValue("Allow")).contains("POST");
		assertProblem(get("/api/list", "image/png"), 406, "not-acceptable");
		HttpResponse<String> type = send(
				request("/api/things").header("Content-Type", "text/plain").POST(BodyPublishers.ofString("x")));
		assertProblem(type, 415, "unsupported-media-type");
		assertThat(type.headers().firstValue("Accept")).isPresent();
	}

	@ParameterizedTest
	@CsvSource({ "/api/things, application/json, {\"name\": \"", "/form, application/x-www-form-urlencoded, name=" })
	void aLargeBodyIsRefusedWithAndWithoutALength(String path, String type, String start) throws Exception {
		byte[] body = (start + "x".repeat(1024 * 1024)).getBytes(UTF_8);
		assertProblem(post(path, type, BodyPublishers.ofByteArray(body)), 413, "too-large");
		assertProblem(post(path, type, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))), 413,
				"too-large");
	}

	@Test
	void anOutageAsksToComeBackSoon() throws Exception {
		HttpResponse<String> response = get("/api/outage", "*/*");
		assertProblem(response, 503, "unavailable");
		assertThat(Integer.parseInt(response.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 3);
	}

	@Test
	void writersThatMetAreAskedToTryAgain() throws Exception {
		assertProblem(get("/api/conflict", "*/*"), 409, "try-again");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/mistake/secret-token", "/api/filtered" })
	void aMistakeTellsNothingOfTheInsideAndIsLoggedWithoutItsMessage(String path, CapturedOutput output)
			throws Exception {
		HttpResponse<String> response = get(path, "*/*");
		assertProblem(response, 500, "internal");
		assertThat(response.body()).doesNotContain("sam@example.org", "Exception");
		assertThat(output).containsOnlyOnce("java.lang.IllegalStateException")
			.contains("at recruitment.platform.error.ProblemTests")
			.doesNotContain("sam@example.org", "secret-token");
	}

	@Test
	void aBrowserGetsThePageAndAProgramTheProblem() throws Exception {
		String browser = "text/html,application/xhtml+xml,*/*;q=0.8";
		for (String path : List.of("/nowhere", "/refusal", "/filtered")) {
			HttpResponse<String> page = get(path, browser);
			assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
			assertThat(page.body()).contains("data-view=\"problem\"", "<h1>" + page.statusCode());
			assertThat(page.statusCode()).isGreaterThanOrEqualTo(400);
			assertThat(get(path, "application/json").headers().firstValue("Content-Type"))
				.contains("application/problem+json");
		}
		assertProblem(get("/api/refusal", browser), 409, "evening-full");
		assertThat(post("/form", "application/x-www-form-urlencoded", BodyPublishers.ofString("x".repeat(70_000)),
				"text/html")
			.body()).contains("413");
	}

	@Test
	void aListIsReadInPages() throws Exception {
		assertThat(json(get("/api/list", "*/*")))
			.isEqualTo(Map.of("items", List.of("0", "25"), "page", 0, "size", 25, "more", false));
		assertThat(json(get("/api/list?page=2&size=1", "*/*")))
			.isEqualTo(Map.of("items", List.of("2"), "page", 2, "size", 1, "more", true));
		for (String query : List.of("size=0", "size=101", "page=-1", "page=1e3", "size=99999999999", "page=")) {
			assertProblem(get("/api/list?" + query, "*/*"), 400, "invalid");
		}
	}

	@Test
	void aWebClientOfAnAllowedOriginMayCallAndReadRefusals() throws Exception {
		HttpResponse<String> preflight = send(request("/api/things").header("Origin", "https://www.example.org")
			.header("Access-Control-Request-Method", "POST")
			.header("Access-Control-Request-Headers", "content-type,idempotency-key,if-match")
			.method("OPTIONS", BodyPublishers.noBody()));
		assertThat(preflight.statusCode()).isEqualTo(200);
		assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
			.containsIgnoringCase("idempotency-key");
		HttpResponse<String> refused = send(request("/api/things").header("Origin", "https://www.example.org")
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("x".repeat(70_000))));
		assertProblem(refused, 413, "too-large");
		assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).contains("https://www.example.org");
		assertThat(refused.headers().firstValue("Access-Control-Expose-Headers"))
			.contains("Location, ETag, Idempotency-Replayed, Retry-After");
		assertThat(send(request("/api/things").header("Origin", "https://evil.example.org")
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(BOOKING))).statusCode()).isEqualTo(403);
	}

	private void assertProblem(HttpResponse<String> response, int status, String name) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(json(response)).containsEntry("type", "urn:recruitment:problem:" + name)
			.containsEntry("status", status)
			.containsKeys("title", "detail");
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, String>> errors(HttpResponse<String> response) {
		return (List<Map<String, String>>) Objects.requireNonNull(json(response).get("errors"));
	}

	private static Map<String, Object> json(HttpResponse<String> response) {
		return JsonMapper.shared().readValue(response.body(), new TypeReference<>() {
		});
	}

	private HttpResponse<String> get(String path, String accept) throws Exception {
		return send(request(path).header("Accept", accept));
	}

	private HttpResponse<String> post(String path, String json) throws Exception {
		return post(path, "application/json", BodyPublishers.ofString(json));
	}

	private HttpResponse<String> post(String path, String type, BodyPublisher body) throws Exception {
		return post(path, type, body, "*/*");
	}

	private HttpResponse<String> post(String path, String type, BodyPublisher body, String accept) throws Exception {
		return send(request(path).header("Content-Type", type).header("Accept", accept).POST(body));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.timeout(Duration.ofSeconds(10));
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	record Thing(@PlainText(message = "Enter your full name") Pii name, @EmailAddress String email,
			@Nullable Integer count) {
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
			WebMvcAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class, JacksonAutoConfiguration.class,
			ValidationAutoConfiguration.class, ErrorMvcAutoConfiguration.class, ThymeleafAutoConfiguration.class,
			ProblemAutoConfiguration.class, WebAutoConfiguration.class })
	@Import(Controller.class)
	static class Application {

		@Bean
		Filter mistakenFilter() {
			return (request, response, chain) -> {
				if (((HttpServletRequest) request).getRequestURI().endsWith("/filtered")) {
					throw new IllegalStateException("sam@example.org");
				}
				chain.doFilter(request, response);
			};
		}

	}

	@RestController
	static class Controller {

		@PostMapping(path = "/api/things", consumes = "application/json")
		String things(@RequestBody @Valid Thing thing) {
			return "{}";
		}

		@PostMapping("/form")
		String form(@RequestParam String name) {
			return name;
		}

		@GetMapping("/api/things/{id}")
		int thing(@PathVariable int id) {
			return id;
		}

		@GetMapping("/api/keyed")
		String keyed(@RequestHeader("Idempotency-Key") String key) {
			return key;
		}

		@GetMapping("/api/counted")
		int counted(@RequestParam int count) {
			return count;
		}

		@GetMapping(path = "/api/list", produces = "application/json")
		Page<String> list(Paging paging) {
			return paging.of((paging.limit() > 2) ? List.of("" + paging.skip(), "" + (paging.limit() - 1))
					: List.of("" + paging.skip(), "another"));
		}

		@GetMapping({ "/api/refusal", "/refusal" })
		String refusal() {
			throw Problem.of(HttpStatus.CONFLICT, "evening-full", "The evening is full.")
				.retryAfter(Duration.ofSeconds(7));
		}

		@GetMapping("/api/outage")
		String outage() {
			throw new IllegalStateException(new MongoOperationTimeoutException("server 10.0.0.1"));
		}

		@GetMapping("/api/conflict")
		String conflict() {
			throw new OptimisticLockingFailureException("booking");
		}

		@GetMapping("/api/mistake/{token}")
		String mistake(@PathVariable String token) {
			throw new IllegalStateException("sam@example.org");
		}

	}

}
