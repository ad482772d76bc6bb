package recruitment.local;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the environment gives instead of a part of the stack's own, or to run one with.
 *
 * @param variables those of {@link #NAMES} that say something
 */
public record Given(Map<String, String> variables) {

	private static final String BROKERS = "KAFKA_BROKERS";

	private static final String STORE = "MONGODB_URI";

	private static final String SMTP_HOST = "SMTP_HOST";

	private static final String SMTP_PORT = "SMTP_PORT";

	private static final String ISSUER = "OIDC_ISSUER";

	private static final String CLIENT = "OIDC_CLIENT_ID";

	private static final String CLIENT_SECRET = "OIDC_CLIENT_SECRET";

	private static final String MONGOD = "RECRUIT_MONGOD";

	/** The program that runs containers. */
	public static final String CONTAINERS = "RECRUIT_CONTAINERS";

	/** As the services have it. */
	private static final String USUAL_SMTP_PORT = "2525";

	private static final Set<String> NAMES = Set.of(BROKERS, STORE, SMTP_HOST, SMTP_PORT, ISSUER, CLIENT, CLIENT_SECRET,
			MONGOD, CONTAINERS);

	public static final Given NOTHING = new Given(Map.of());

	/** What variables of that name say; others are left out. */
	public static Given in(Map<String, String> environment) {
		Map<String, String> said = new TreeMap<>(environment);
		said.keySet().retainAll(NAMES);
		said.values().removeIf(String::isBlank);
		if (said.containsKey(SMTP_HOST)) {
			said.putIfAbsent(SMTP_PORT, USUAL_SMTP_PORT);
		}
		else {
			said.remove(SMTP_PORT);
		}
		return new Given(Map.copyOf(said));
	}

	/** Bootstrap servers. */
	public Optional<String> broker() {
		return said(BROKERS);
	}

	/** A connection string, which may hold a password. */
	public Optional<String> store() {
		return said(STORE);
	}

	/** Host and port of an SMTP server. */
	public Optional<String> smtp() {
		return said(SMTP_HOST).map((host) -> host + ":" + this.variables.get(SMTP_PORT));
	}

	/** Address of an OpenID provider. */
	public Optional<String> issuer() {
		return said(ISSUER);
	}

	/** The program of a MongoDB server, to be the store. */
	public Optional<String> mongod() {
		return said(MONGOD);
	}

	/** The program that is to run broker and store in containers. */
	public Optional<String> containers() {
		return said(CONTAINERS);
	}

	private Optional<String> said(String name) {
		return Optional.ofNullable(this.variables.get(name));
	}

	/** Where a part is that is given, for people: without what is secret. */
	Optional<String> address(Part part) {
		return switch (part) {
			case Broker broker -> broker();
			case Store store -> store().map(Given::hosts);
			case MailCatcher mail -> smtp();
			case SignIn signIn -> issuer();
			case Service service -> Optional.empty();
		};
	}

	/** The name of the variable that gives a part. */
	static String variable(Part part) {
		return switch (part) {
			case Broker broker -> BROKERS;
			case Store store -> STORE;
			case MailCatcher mail -> SMTP_HOST;
			case SignIn signIn -> ISSUER;
			case Service service -> throw new IllegalArgumentException(service.name() + " is never given");
		};
	}

	/** A connection string without user, password and options. */
	private static String hosts(String uri) {
		return uri.replaceFirst("//.*@", "//").replaceFirst("/?\\?.*", "");
	}

}
