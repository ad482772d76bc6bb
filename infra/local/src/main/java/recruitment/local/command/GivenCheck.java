package recruitment.local.command;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.Document;

import recruitment.local.Given;

/**
 * Asks what is given whether it is there, before anything is started. No sentence repeats
 * a connection string, which may hold a password.
 */
final class GivenCheck {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final Duration ENGINE_PATIENCE = Duration.ofSeconds(15);

	private GivenCheck() {
	}

	/**
	 * @throws Refusal that names the variable and what is wrong with it
	 */
	static void refuseUnusable(Given given) {
		given.mongod().map(Path::of).filter((program) -> !OnPath.isProgram(program)).ifPresent((program) -> {
			throw new Refusal("RECRUIT_MONGOD names %s, which is no program that can be run.".formatted(program)
					+ ownInstead("RECRUIT_MONGOD"));
		});
		given.containers().ifPresent(GivenCheck::checkEngine);
		given.broker().ifPresent(GivenCheck::checkBrokers);
		given.store().ifPresent(GivenCheck::checkStore);
		given.smtp().ifPresent((address) -> {
			if (!isReachable(address, "SMTP_HOST and SMTP_PORT")) {
				throw new Refusal("No mail server answers at %s, which SMTP_HOST and SMTP_PORT name.".formatted(address)
						+ ownInstead("SMTP_HOST"));
			}
		});
	}

	/** One of them is enough: it tells of the others. */
	private static void checkBrokers(String servers) {
		if (Arrays.stream(servers.split(","))
			.map(String::strip)
			.noneMatch((one) -> isReachable(one, "KAFKA_BROKERS"))) {
			throw new Refusal("No broker answers at %s, which KAFKA_BROKERS names.".formatted(servers)
					+ ownInstead("KAFKA_BROKERS"));
		}
	}

	private static void checkStore(String uri) {
		try (MongoClient client = MongoClients.create(MongoClientSettings.builder()
			.applyConnectionString(new ConnectionString(uri))
			.applyToClusterSettings(
					(cluster) -> cluster.serverSelectionTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
			.build())) {
			client.getDatabase("booking").runCommand(new Document("ping", 1));
		}
		catch (IllegalArgumentException ex) {
			throw new Refusal("MONGODB_URI is no connection string, such as mongodb://user:password@host:27017");
		}
		catch (MongoSecurityException ex) {
			throw new Refusal("The store that MONGODB_URI names refuses its user and password.");
		}
		catch (MongoException ex) {
			throw new Refusal("No store answers where MONGODB_URI points." + ownInstead("MONGODB_URI"));
		}
	}

	/**
	 * @throws Refusal if there is none
	 */
	static String containerEngine() {
		return OnPath.find("docker")
			.or(() -> OnPath.find("podman"))
			.map(Path::toString)
			.orElseThrow(() -> new Refusal("There is no docker and no podman on the PATH. Install one, "
					+ "or leave --containers away: nothing here needs it."));
	}

	/** The program may be there without the engine behind it. */
	private static void checkEngine(String engine) {
		try {
			Process info = new ProcessBuilder(engine, "info").redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			boolean ended = info.waitFor(ENGINE_PATIENCE.toSeconds(), TimeUnit.SECONDS);
			info.destroyForcibly();
			if (ended && info.exitValue() == 0) {
				return;
			}
		}
		catch (IOException ex) {
			// said below
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		throw new Refusal(
				"%1$s is here, but nothing that runs containers answers it: see %1$s info%nStart that, or leave --containers away: nothing here needs it."
					.formatted(engine));
	}

	private static boolean isReachable(String address, String variable) {
		int colon = address.lastIndexOf(':');
		Optional<Integer> port = port(address.substring(colon + 1));
		if (colon < 1 || port.isEmpty()) {
			throw new Refusal("%s must name a host and a port, as in 127.0.0.1:9092".formatted(variable));
		}
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(address.substring(0, colon), port.get()), (int) PATIENCE.toMillis());
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static Optional<Integer> port(String word) {
		return word.matches("\\d{1,5}") ? Optional.of(Integer.valueOf(word)).filter((port) -> port < 65_536)
				: Optional.empty();
	}

	private static String ownInstead(String variable) {
		return "%nSee to it, or leave %s away to have one started here.".formatted(variable);
	}

}
