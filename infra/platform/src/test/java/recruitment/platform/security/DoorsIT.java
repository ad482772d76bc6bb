package recruitment.platform.security;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import recruitment.platform.store.IndexedCollection;
import recruitment.platformtest.BackingServices;
import recruitment.platformtest.TestIssuer;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who is let in, and what the others are told. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.config.name=sample", "spring.cloud.function.definition=",
				"recruitment.web.allowed-origins=https://www.example.org" })
@ActiveProfiles("local")
@Import(BackingServices.class)
class DoorsIT {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private List<IndexedCollection> collections;

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int managementPort;

	@Test
	void whatIsOpenAsksNobody() throws Exception {
		assertThat(get("/api/open", null).statusCode()).isEqualTo(200);
		assertThat(get("/page/open", null).statusCode()).isEqualTo(200);
	}

	@Test
	void withoutATokenAnApiTellsThatItWantsOne() throws Exception {
		HttpResponse<String> refused = get("/api/staff", null);
		assertThat(refused.statusCode()).isEqualTo(401);
		assertThat(refused.headers().firstValue("WWW-Authenticate")).get().asString().startsWith("Bearer");
		assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(refused.body()).contains("\"status\":401", "urn:recruitment:problem:");
	}

	@Test
	void theRoleDecides() throws Exception {
		assertThat(get("/api/staff", TestIssuer.token("recruiter")).statusCode()).isEqualTo(200);
		HttpResponse<String> refused = get("/api/staff", TestIssuer.token("ops", "unheard-of"));
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.body()).contains("\"status\":403");
	}

	@Test
	void aTokenForOthersOrOfYesterdayIsNone() throws Exception {
		String others = TestIssuer.token("somebody-else", Instant.now().plusSeconds(600), "recruiter");
		String yesterdays = TestIssuer.token("recruitment", Instant.now().minusSeconds(600), "recruiter");
		String forged = TestIssuer.token("recruiter").replaceFirst("\\.[^.]+$", ".AAAA");
		for (String token : new String[] { others, yesterdays, forged, "no token" }) {
			assertThat(get("/api/staff", token).statusCode()).isEqualTo(401);
		}
	}

	@Test
	void anEndpointThatSaysNothingIsClosedToAll() throws Exception {
		String everything = TestIssuer.token("events-desk", "recruiter", "message-desk", "ops", "privacy");
		assertThat(get("/api/forgotten", everything).statusCode()).isEqualTo(403);
		assertThat(get("/api/forgotten", null).statusCode()).isEqualTo(401);
	}

	@Test
	void aRefusalCanBeReadByAWebClientOfAnotherOrigin() throws Exception {
		HttpResponse<String> refused = send(request("/api/staff").header("Origin", "https://www.example.org"));
		assertThat(refused.statusCode()).isEqualTo(401);
		assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).contains("https://www.example.org");
	}

	@Test
	void whatIsNotThereIsNotThereForAnybody() throws Exception {
		assertThat(get("/api/nothing", null).statusCode()).isEqualTo(404);
		assertThat(send(request("/api/open").DELETE()).statusCode()).isEqualTo(405);
	}

	@Test
	void aPageOfStaffLeadsToTheSignIn() throws Exception {
		HttpResponse<String> led = get("/page/staff", null);
		assertThat(led.statusCode()).isEqualTo(302);
		assertThat(led.headers().firstValue("Location")).get().asString().endsWith(SignInAutoConfiguration.SIGN_IN);
	}

	@Test
	void theSignInUsesACodeAndAProofKey() throws Exception {
		HttpResponse<String> led = get(SignInAutoConfiguration.SIGN_IN, null);
		assertThat(led.headers().firstValue("Location")).get()
			.asString()
			.startsWith(TestIssuer.issuer() + "/authorize?response_type=code&client_id=recruitment-desks")
			.contains("code_challenge_method=S256", "&state=", "&nonce=");
		assertThat(led.headers().firstValue("Set-Cookie")).get()
			.asString()
			.startsWith("sample-service-session=")
			.contains("HttpOnly", "SameSite=Lax", "Path=/");
	}

	@Test
	void everyIndexIsMadeThoseOfSessionsToo() {
		await().untilAsserted(() -> this.collections.forEach(
				(wanted) -> assertThat(this.mongo.indexOps(wanted.collection()).getIndexInfo()).as(wanted.collection())
					.hasSize(wanted.indexes().size() + 1)));
		assertThat(this.collections).extracting(IndexedCollection::collection).contains("sessions");
	}

	@Test
	void aTokenOpensNoPage() throws Exception {
		assertThat(get("/page/staff", TestIssuer.token("recruiter")).statusCode()).isEqualTo(302);
	}

	@Test
	void aFormWithoutItsTokenChangesNothing() throws Exception {
		HttpResponse<String> refused = send(
				request("/page/form").header("Accept", "text/html").POST(HttpRequest.BodyPublishers.noBody()));
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.body()).contains("This form was open for too long");
	}

	@Test
	void everyPageSaysWhatABrowserMayDoWithIt() throws Exception {
		HttpResponse<String> first = get("/page/open", null);
		String policy = first.headers().firstValue("Content-Security-Policy").orElseThrow();
		assertThat(policy).contains("default-src 'none'", "script-src 'nonce-", "frame-ancestors 'none'",
				"base-uri 'none'", "form-action 'self' " + TestIssuer.issuer());
		assertThat(get("/page/open", null).headers().firstValue("Content-Security-Policy")).isNotEqualTo(policy);
		assertThat(first.headers().map()).containsKeys("X-Content-Type-Options", "Referrer-Policy",
				"Cross-Origin-Opener-Policy", "Permissions-Policy");
		assertThat(first.headers().firstValue("Set-Cookie")).as("the public has no session").isEmpty();
		assertThat(get("/page/nothing", null).headers().firstValue("Content-Security-Policy")).get()
			.asString()
			.contains("'nonce-");
	}

	@Test
	void managementIsForOps() throws Exception {
		assertThat(management("/actuator/health", null)).isEqualTo(200);
		assertThat(management("/actuator/prometheus", null)).isEqualTo(200);
		assertThat(management("/actuator/outbox", null)).isEqualTo(401);
		assertThat(management("/actuator/outbox", TestIssuer.token("recruiter"))).isEqualTo(403);
		assertThat(management("/actuator/outbox", TestIssuer.token("ops"))).isEqualTo(200);
	}

	private int management(String path, @Nullable String token) throws Exception {
		return send(with(request(this.managementPort, path), token)).statusCode();
	}

	private HttpResponse<String> get(String path, @Nullable String token) throws Exception {
		return send(with(request(path), token));
	}

	private static HttpRequest.Builder with(HttpRequest.Builder request, @Nullable String token) {
		return (token != null) ? request.header("Authorization", "Bearer " + token) : request;
	}

	private HttpRequest.Builder request(String path) {
		return request(this.port, path);
	}

	private static HttpRequest.Builder request(int port, String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return HTTP.send(request.build(), BodyHandlers.ofString());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Api.class, Pages.class })
	static class House {

	}

	@RestController
	static class Api {

		@GetMapping("/api/open")
		@Open
		String open() {
			return "{}";
		}

		@GetMapping("/api/staff")
		@Staff({ Role.RECRUITER, Role.PRIVACY })
		String staff() {
			return "{}";
		}

		@GetMapping("/api/forgotten")
		String forgotten() {
			return "{}";
		}

	}

	@Controller
	@Staff(Role.RECRUITER)
	static class Pages {

		@GetMapping("/page/open")
		@Open
		@ResponseBody
		String open() {
			return "<p>open</p>";
		}

		@GetMapping("/page/staff")
		@ResponseBody
		String staff() {
			return "<p>staff</p>";
		}

		@PostMapping("/page/form")
		@Open
		@ResponseBody
		String form() {
			return "<p>sent</p>";
		}

	}

}
