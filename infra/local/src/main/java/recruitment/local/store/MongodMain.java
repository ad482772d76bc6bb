package recruitment.local.store;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;

import recruitment.local.child.Program;

/**
 * Runs a MongoDB server as a replica set of one: {@code MongodMain <port> <command>}. The
 * command starts a server of the set {@code rs0} that listens on the port.
 * <p>
 * Prints {@code ready <port>} on standard output when the server takes writes.
 */
public final class MongodMain {

	private static final String SET = "rs0";

	private static final int NOT_YET_INITIALIZED = 94;

	private static final Duration STEP = Duration.ofMillis(100);

	private MongodMain() {
	}

	public static void main(String[] args) throws IOException, InterruptedException {
		int port = Integer.parseInt(args[0]);
		Program.run(Arrays.asList(args).subList(1, args.length));
		String uri = "mongodb://127.0.0.1:%d/?directConnection=true&serverSelectionTimeoutMS=240000".formatted(port);
		try (MongoClient client = MongoClients.create(uri)) {
			MongoDatabase admin = client.getDatabase("admin");
			configure(admin, "127.0.0.1:" + port);
			while (!admin.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary", false)) {
				Thread.sleep(STEP);
			}
		}
		System.out.println("ready " + port);
		Thread.currentThread().join();
	}

	/** The set knows its one member by its port, which moves with those of the stack. */
	private static void configure(MongoDatabase admin, String host) {
		try {
			Document config = admin.runCommand(new Document("replSetGetConfig", 1)).get("config", Document.class);
			Document member = config.getList("members", Document.class).getFirst();
			if (!host.equals(member.getString("host"))) {
				member.put("host", host);
				config.put("version", config.get("version", Number.class).intValue() + 1);
				admin.runCommand(new Document("replSetReconfig", config).append("force", true));
			}
		}
		catch (MongoCommandException ex) {
			if (ex.getErrorCode() != NOT_YET_INITIALIZED) {
				throw ex;
			}
			Document member = new Document("_id", 0).append("host", host);
			admin.runCommand(
					new Document("replSetInitiate", new Document("_id", SET).append("members", List.of(member))));
		}
	}

}
