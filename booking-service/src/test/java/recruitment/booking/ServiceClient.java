package recruitment.booking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import com.github.f4b6a3.uuid.UuidCreator;
import recruitment.booking.seating.SeatLedger;
import recruitment.booking.seating.SeatLedgerStore;
import recruitment.platformtest.TestIssuer;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The service, and a client of it: a single one, which books often and fills in forms in
 * no time, so the limits are off.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "recruitment.limits.per-address=1000000",
				"recruitment.limits.per-email=1000000", "recruitment.limits.fill-time=0s",
				"recruitment.link-secret=000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
				"recruitment.person-key-secret=1f1e1d1c1b1a191817161514131211100f0e0d0c0b0a09080706050403020100" })
@ActiveProfiles("local")
@Import(MovableClock.class)
public abstract class ServiceClient {

	private static final String FORM_COOKIE = "a-token-that-the-service-gave";

	/** Masked with zeros: half of it is the mask. */
	private static final String FORM_TOKEN = Base64.getUrlEncoder()
		.encodeToString(("\0".repeat(FORM_COOKIE.length()) + FORM_COOKIE).getBytes(StandardCharsets.UTF_8));

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	@Autowired
	protected MovableClock clock;

	@Autowired
	protected SeatLedgerStore seats;

	@LocalServerPort
	private int port;

	/** A new evening that can be booked from now on; starts in 14 days. */
	protected UUID evening(int capacity) {
		Answer draft = post("/api/evenings", plan("evening-" + UuidCreator.getTimeOrderedEpoch(), capacity));
		UUID id = UUID.fromString(draft.at("/id"));
		post("/api/evenings/" + id + "/publish", "");
		return id;
	}

	protected String plan(String slug, int capacity) {
		Instant start = this.clock.instant().plus(Duration.ofDays(14));
		return """
				{"slug":"%s","title":"Information evening","start":"%s","end":"%s","zone":"Europe/London","capacity":%d,
				"venue":{"name":"Police Headquarters","address":"Stanborough Road","postcode":"AL8 6XF"}}"""
			.formatted(slug, start, start.plus(Duration.ofHours(2)), capacity);
	}

	protected static String person(String name) {
		return "{\"name\":\"%s\",\"email\":\"sample@example.org\"}".formatted(name);
	}

	protected static String key() {
		return UuidCreator.getTimeOrderedEpoch().toString();
	}

	protected Answer book(UUID evening, String key, String body) {
		return post("/api/evenings/" + evening + "/bookings", body, "Idempotency-Key", key);
	}

	/** Somebody's place, which must be free. */
	protected UUID booked(UUID evening, String name) {
		Answer answer = book(evening, key(), person(name));
		if (answer.status() != 201) {
			throw new AssertionError(answer);
		}
		return UUID.fromString(answer.header("Location").replace("/api/bookings/", ""));
	}

	protected String slug(UUID evening) {
		return get("/api/evenings/" + evening).at("/slug");
	}

	protected SeatLedger ledger(UUID evening) {
		return this.seats.find(evening).orElseThrow();
	}

	protected Answer get(String path) {
		return send("GET", path, "");
	}

	protected Answer post(String path, String body, String... headers) {
		return send("POST", path, body, headers);
	}

	/** Sends a form as a browser does, with the token that it was shown with. */
	protected Answer submit(String path, String form) {
		return post(path, form + "&_csrf=" + FORM_TOKEN, "Content-Type", "application/x-www-form-urlencoded", "Accept",
				"text/html", "Cookie", "booking-service-form=" + FORM_COOKIE);
	}

	/** Changes what is at a path, as it is now. */
	protected Answer patch(String path, String body) {
		return send("PATCH", path, body, "If-Match", get(path).header("ETag"));
	}

	protected Answer send(String method, String path, String body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.method(method, BodyPublishers.ofString(body))
			.setHeader("Content-Type", "application/json");
		boolean books = method.equals("POST") && path.endsWith("/bookings");
		if (path.startsWith("/api/") && !books) {
			request.setHeader("Authorization", "Bearer " + TestIssuer.token("events-desk"));
		}
		for (int i = 0; i < headers.length; i += 2) {
			request.setHeader(headers[i], headers[i + 1]);
		}
		try {
			return Answer.of(HTTP.send(request.build(), BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Does the same so many times at once. */
	protected static <T> List<T> atOnce(int times, IntFunction<T> action) throws InterruptedException {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<T>> calls = IntStream.range(0, times)
				.<Callable<T>>mapToObj((number) -> () -> action.apply(number))
				.toList();
			List<T> results = new ArrayList<>();
			for (Future<T> result : threads.invokeAll(calls)) {
				results.add(result.get());
			}
			return results;
		}
		catch (ExecutionException ex) {
			throw new AssertionError(ex.getCause());
		}
	}

}
