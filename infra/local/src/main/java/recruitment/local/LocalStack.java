package recruitment.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The whole system on one machine: broker, store, mail catcher, sign-in and the three
 * services, each a process of its own that listens on 127.0.0.1 alone.
 * <p>
 * {@code infra/recruit up} runs it, and so do the tests. Parts are started one by one or
 * all together; whatever was started ends with {@link #close()}.
 */
public final class LocalStack implements AutoCloseable {

	private final Path data;

	private final Broker broker;

	private final Store store;

	private final MailCatcher mail;

	private final SignIn signIn;

	private final List<Service> services;

	private final Given given;

	private LocalStack(Builder builder) {
		this.data = builder.data;
		this.given = builder.given;
		this.broker = new Broker(builder.ports, this.data, this.given);
		this.store = new Store(builder.ports, this.data, this.given);
		this.mail = new MailCatcher(builder.ports, this.data);
		this.services = Stream.of("booking", "candidate", "notification")
			.map((name) -> new Service(name, usualPort(name), builder.ports, this.data, () -> environment(builder)))
			.toList();
		this.signIn = new SignIn(builder.ports, this.data, this.services.stream().map(Service::url).toList());
	}

	private static int usualPort(String service) {
		return switch (service) {
			case "booking" -> 8080;
			case "candidate" -> 8081;
			default -> 8082;
		};
	}

	private Map<String, String> environment(Builder builder) {
		Secrets secrets = new Secrets(this.data);
		Map<String, String> environment = new HashMap<>();
		environment.put("KAFKA_BROKERS", bootstrapServers());
		environment.put("MONGODB_URI", storeUri());
		environment.put("SMTP_HOST", "127.0.0.1");
		environment.put("SMTP_PORT", String.valueOf(this.mail.smtpPort()));
		environment.put("OIDC_ISSUER", SignIn.issuer(builder.ports));
		environment.putAll(this.given.variables());
		environment.put("RECRUITMENT_LINK_SECRET", secrets.get("link"));
		environment.put("RECRUITMENT_PERSON_KEY_SECRET", secrets.get("person-key"));
		environment.put("RECRUITMENT_PUBLIC_URL", "http://localhost:" + builder.ports.of(usualPort("booking")));
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

	public SignIn signIn() {
		return this.signIn;
	}

	/** The OpenID provider that is used: the own one, or the given one. */
	public String issuer() {
		return this.given.issuer().orElse(this.signIn.url());
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

	/** The broker that is used: the own one, or the given one. */
	public String bootstrapServers() {
		return this.given.broker().orElse(this.broker.bootstrapServers());
	}

	/** The store that is used: the own one, or the given one. */
	public String storeUri() {
		return this.given.store().orElse(this.store.uri());
	}

	/** Where a part is that is given, for people; empty for a part of its own. */
	public Optional<String> given(Part part) {
		return this.given.address(part);
	}

	/** Every part that it runs: first what serves, then what is served. */
	public List<Part> parts() {
		return Stream.concat(backing(), this.services.stream()).toList();
	}

	private Stream<Part> backing() {
		return Stream.<Part>of(this.broker, this.store, this.mail, this.signIn).filter((part) -> given(part).isEmpty());
	}

	/**
	 * @throws StartFailure if there is no such part, with the names there are, or if it
	 * is given
	 */
	public Part part(String name) {
		for (Part part : List.of(this.broker, this.store, this.mail, this.signIn)) {
			if (part.name().equals(name) && given(part).isPresent()) {
				throw new StartFailure("%s does not run here: %s gives %s. Start and stop it where it runs."
					.formatted(name, Given.variable(part), given(part).get()));
			}
		}
		return parts().stream()
			.filter((part) -> part.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new StartFailure("There is no part %s here, but: %s".formatted(name,
					String.join(" ", parts().stream().map(Part::name).toList()))));
	}

	/** Forgets the data that parts keep outside the data folder. */
	public void clear() {
		backing().forEach(Part::clear);
	}

	/**
	 * Lets each new build of an application learn to start faster the next time, one
	 * after the other. Takes a minute of a processor that has nothing else to do.
	 */
	public void learn() {
		parts().forEach((part) -> {
			if (part instanceof Application application) {
				application.learn();
			}
		});
	}

	/** Starts every part at the same time; returns when all serve. */
	public void startAll() {
		startAll((part, time) -> {
		});
	}

	/**
	 * Starts every part at the same time; returns when all serve.
	 * @param started is told of each part that serves, and how long it took
	 * @throws StartFailure of the first part that did not start
	 */
	public void startAll(BiConsumer<Part, Duration> started) {
		long begun = System.nanoTime();
		CompletableFuture<?>[] starts = inParallel(parts(), (part) -> {
			part.start();
			started.accept(part, Duration.ofNanos(System.nanoTime() - begun));
		});
		CompletableFuture<?> firstFailure = new CompletableFuture<>();
		for (CompletableFuture<?> start : starts) {
			start.whenComplete((any, failure) -> {
				if (failure != null) {
					firstFailure.completeExceptionally(failure);
				}
			});
		}
		try {
			CompletableFuture.anyOf(firstFailure, CompletableFuture.allOf(starts)).join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof StartFailure failure) ? failure : ex;
		}
	}

	/** Ends everything for good: the services first, then what they need. */
	@Override
	public void close() {
		CompletableFuture.allOf(inParallel(this.services, Part::retire)).join();
		CompletableFuture.allOf(inParallel(backing().toList(), Part::retire)).join();
	}

	private static CompletableFuture<?>[] inParallel(List<? extends Part> parts, Consumer<Part> action) {
		return parts.stream()
			.map((part) -> CompletableFuture.runAsync(() -> action.accept(part), Thread::startVirtualThread))
			.toArray(CompletableFuture<?>[]::new);
	}

	/** How a stack differs from the usual one. */
	public static final class Builder {

		private final Path data;

		private final Map<String, String> environment = new HashMap<>();

		private Given given = Given.NOTHING;

		private Ports ports = Ports.movedBy(0);

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

		/** Uses what is given instead of parts of its own. */
		public Builder given(Given given) {
			this.given = given;
			return this;
		}

		public LocalStack build() {
			return new LocalStack(this);
		}

	}

}
