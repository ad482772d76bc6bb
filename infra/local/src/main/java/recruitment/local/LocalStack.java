package recruitment.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The whole system on one machine: broker, store, mail catcher and the three services,
 * each a process of its own that listens on 127.0.0.1 alone.
 * <p>
 * {@code infra/recruit up} runs it, and so do the tests. Parts are started one by one or
 * all together; whatever was started ends with {@link #close()}.
 */
public final class LocalStack implements AutoCloseable {

	private final Broker broker;

	private final Store store;

	private final MailCatcher mail;

	private final List<Service> services = new ArrayList<>();

	private final Path data;

	private LocalStack(Builder builder) {
		this.data = builder.data;
		this.broker = new Broker(builder.ports, this.data);
		this.store = new Store(builder.ports, this.data);
		this.mail = new MailCatcher(builder.ports, this.data);
		Map<String, String> environment = environment(builder);
		Map.of("booking", 8080, "candidate", 8081, "notification", 8082)
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.forEach((service) -> this.services.add(new Service(service.getKey(), service.getValue(), builder.ports,
					this.data, environment, builder.learn)));
	}

	private Map<String, String> environment(Builder builder) {
		Secrets secrets = new Secrets(this.data);
		Map<String, String> environment = new HashMap<>();
		environment.put("KAFKA_BROKERS", this.broker.bootstrapServers());
		environment.put("MONGODB_URI", this.store.uri());
		environment.put("SMTP_HOST", "127.0.0.1");
		environment.put("SMTP_PORT", String.valueOf(this.mail.smtpPort()));
		environment.put("RECRUITMENT_LINK_SECRET", secrets.get("link"));
		environment.put("RECRUITMENT_PERSON_KEY_SECRET", secrets.get("person-key"));
		environment.put("RECRUITMENT_PUBLIC_URL", "http://localhost:" + builder.ports.of(8080));
		environment.put("RECRUITMENT_EVENINGS_FILE", Project.root().resolve("infra/local/evenings.json").toString());
		environment.putAll(builder.environment);
		return environment;
	}

	/**
	 * @param data the folder for everything it keeps: topics, documents, mails, logs,
	 * secrets
	 */
	public static Builder in(Path data) {
		return new Builder(data);
	}

	public Broker broker() {
		return this.broker;
	}

	public Store store() {
		return this.store;
	}

	public MailCatcher mail() {
		return this.mail;
	}

	/**
	 * @param name {@code booking}, {@code candidate} or {@code notification}
	 */
	public Service service(String name) {
		return this.services.stream()
			.filter((service) -> service.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("There is no service " + name));
	}

	/** Every part: first what serves, then what is served. */
	public List<Part> parts() {
		return Stream.concat(Stream.of(this.broker, this.store, this.mail), this.services.stream()).toList();
	}

	/** Starts every part at the same time; returns when all serve. */
	public void startAll() {
		inParallel(parts(), Part::start);
	}

	/** Ends what runs: the services first, then what they need. */
	@Override
	public void close() {
		inParallel(this.services, Part::stop);
		inParallel(List.of(this.broker, this.store, this.mail), Part::stop);
	}

	private static void inParallel(List<? extends Part> parts, Consumer<Part> action) {
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<CompletableFuture<Void>> all = parts.stream()
				.map((part) -> CompletableFuture.runAsync(() -> action.accept(part), threads))
				.toList();
			all.forEach(CompletableFuture::join);
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof StartFailure failure) ? failure : ex;
		}
	}

	/** How a stack differs from the usual one. */
	public static final class Builder {

		private final Path data;

		private final Map<String, String> environment = new HashMap<>();

		private Ports ports = Ports.movedBy(0);

		private boolean learn;

		private Builder(Path data) {
			this.data = data.toAbsolutePath().normalize();
		}

		/** Moves every port. */
		public Builder portOffset(int offset) {
			this.ports = Ports.movedBy(offset);
			return this;
		}

		/** Takes ports that nobody uses, for tests. */
		public Builder freePorts() {
			this.ports = Ports.free();
			return this;
		}

		/** Tells the services something else, or more, by an environment variable. */
		public Builder environment(String name, String value) {
			this.environment.put(name, value);
			return this;
		}

		/** Lets the first run of each service teach the next ones to start faster. */
		Builder learnToStart() {
			this.learn = true;
			return this;
		}

		public LocalStack build() {
			return new LocalStack(this);
		}

	}

}
