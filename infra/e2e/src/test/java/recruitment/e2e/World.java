package recruitment.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.Document;
import recruitment.local.LocalStack;
import recruitment.local.show.Tokens;
import recruitment.platformtest.RecordedTopic;
import tools.jackson.databind.JsonNode;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A whole system of its own, on ports of its own and in a new folder, which is gone with
 * it. What a test learns of it comes through its APIs, its topics, its mail, and, for
 * what must hold inside, its documents.
 */
final class World implements AutoCloseable {

	private final Path data;

	private final LocalStack stack;

	private final MongoClient mongo;

	private final Tokens tokens;

	private World(Path data, LocalStack stack) {
		this.data = data;
		this.stack = stack;
		this.tokens = new Tokens(stack);
		this.mongo = MongoClients.create(stack.store().uri());
	}

	/**
	 * What a killed service had in hands is free after about 10 s. Everybody comes from
	 * this machine and types at once, so the limits of the public form are raised.
	 */
	private static World create(Map<String, String> environment) {
		try {
			Path data = Files.createTempDirectory("recruitment");
			LocalStack.Builder stack = LocalStack.in(data)
				.freePorts()
				.environment("RECRUITMENT_OUTBOX_DELIVERY_TIMEOUT", "5s")
				.environment("RECRUITMENT_MAIL_LONGEST", "8s")
				.environment("RECRUITMENT_LIMITS_PER_ADDRESS", "1000000")
				.environment("RECRUITMENT_LIMITS_PER_EMAIL", "1000000")
				.environment("RECRUITMENT_LIMITS_FILL_TIME", "0s");
			environment.forEach(stack::environment);
			return new World(data, stack.build());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static World started() {
		return started(Map.of());
	}

	/**
	 * @param environment what the services are told besides
	 */
	static World started(Map<String, String> environment) {
		World world = create(environment);
		try {
			world.stack.startAll();
			return world;
		}
		catch (RuntimeException ex) {
			world.close();
			throw ex;
		}
	}

	LocalStack stack() {
		return this.stack;
	}

	/** Booking as the public uses it. */
	Api booking() {
		return new Api(this.stack.service("booking").url());
	}

	/** Booking as the events desk uses it. */
	Api eventsDesk() {
		return staff("booking", "events-desk");
	}

	Api candidate() {
		return staff("candidate", "recruiter");
	}

	Api notification() {
		return staff("notification", "message-desk");
	}

	private Api staff(String service, String role) {
		return new Api(this.stack.service(service).url(), this.tokens.token(role));
	}

	Api inbox() {
		return new Api(this.stack.mail().httpUrl());
	}

	RecordedTopic topic(String name) {
		return new RecordedTopic(this.stack.broker().bootstrapServers(), name);
	}

	/** Every document of a collection. */
	List<Document> documents(String database, String collection) {
		return this.mongo.getDatabase(database).getCollection(collection).find().into(new ArrayList<>());
	}

	/** The sample evening whose slug starts so. */
	JsonNode sampleEvening(String slug) {
		return await("sample evening " + slug).until(() -> {
			for (JsonNode evening : booking().get("/api/evenings").json()) {
				if (evening.path("slug").asString("").startsWith(slug)) {
					return evening;
				}
			}
			return Api.JSON.missingNode();
		}, (evening) -> !evening.isMissingNode());
	}

	/** A published evening three weeks ahead. */
	UUID newEvening(int capacity) {
		Instant start = Instant.now().plus(21, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
		Api.Answer created = eventsDesk()
			.post("/api/evenings",
					Map.of("slug", "evening-" + UUID.randomUUID(), "title", "Information evening", "start",
							start.toString(), "end", start.plus(2, ChronoUnit.HOURS).toString(), "zone",
							"Europe/London", "venue", Map.of("name", "Police Headquarters", "address",
									"Stanborough Road, Welwyn Garden City", "postcode", "AL8 6XF"),
							"capacity", capacity));
		assertThat(created.status()).as(created.text()).isEqualTo(201);
		UUID id = UUID.fromString(created.json().path("id").asString());
		assertThat(eventsDesk().post("/api/evenings/" + id + "/publish").status()).isEqualTo(200);
		return id;
	}

	/**
	 * Books as a client does: with the same key until there is an answer, with a new one
	 * when told to try again.
	 */
	Accepted book(UUID evening, String name, String email, Duration patience) {
		String key = UUID.randomUUID().toString();
		long began = System.nanoTime();
		long deadline = began + patience.toNanos();
		Api.Answer answer = tryToBook(evening, key, name, email);
		while ((isNotNow(answer) || isTryAgain(answer)) && System.nanoTime() < deadline) {
			if (isTryAgain(answer)) {
				key = UUID.randomUUID().toString();
			}
			await().pollDelay(Duration.ofMillis(200)).until(() -> true);
			answer = tryToBook(evening, key, name, email);
		}
		assertThat(answer.status()).as(answer.text()).isEqualTo(201);
		String id = answer.header("Location").substring("/api/bookings/".length());
		return new Accepted(UUID.fromString(id), answer.json().path("reference").asString(), email,
				Duration.ofNanos(System.nanoTime() - began));
	}

	Api.Answer tryToBook(UUID evening, String key, String name, String email) {
		return booking().post("/api/evenings/" + evening + "/bookings", Map.of("name", name, "email", email),
				Map.of("Idempotency-Key", key));
	}

	private static boolean isNotNow(Api.Answer answer) {
		return answer.status() == 0 || answer.status() >= 500;
	}

	private static boolean isTryAgain(Api.Answer answer) {
		return answer.status() == 409 && answer.text().contains("problem:try-again");
	}

	/** The mails that arrived for an address, newest first, each with its parts. */
	List<JsonNode> mailsTo(String email) {
		List<JsonNode> found = new ArrayList<>();
		Api.Answer list = inbox().get("/api/messages?to=" + URLEncoder.encode(email, StandardCharsets.UTF_8));
		for (JsonNode mail : list.json()) {
			found.add(inbox().get("/api/messages/" + mail.path("id").asString()).json());
		}
		return found;
	}

	@Override
	public void close() {
		this.mongo.close();
		this.stack.close();
		try {
			FileSystemUtils.deleteRecursively(this.data);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A booking that was answered with 201.
	 *
	 * @param took from the first try to the answer
	 */
	record Accepted(UUID id, String reference, String email, Duration took) {
	}

}
