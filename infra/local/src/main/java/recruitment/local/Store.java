package recruitment.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The store, which speaks MongoDB's protocol: the embedded one, or a MongoDB server as a
 * replica set of one.
 */
public final class Store extends Part {

	private static final String IMAGE = "docker.io/library/mongo:8";

	private static final String SET = "rs0";

	private final int port;

	private final Path data;

	private final Path serverData;

	private final Optional<String> mongod;

	Store(Ports ports, Path data, Given given) {
		super("store", data, given);
		this.port = ports.of(27017);
		this.data = data.resolve("store");
		this.serverData = data.resolve("mongod");
		this.mongod = given.mongod();
	}

	/** A connection string without a database. */
	public String uri() {
		String hosts = "mongodb://127.0.0.1:" + this.port;
		return isEmbedded() ? hosts : hosts + "/?replicaSet=" + SET;
	}

	public boolean isEmbedded() {
		return this.mongod.isEmpty() && container().isEmpty();
	}

	@Override
	public List<Integer> ports() {
		return List.of(this.port);
	}

	@Override
	public String address() {
		return uri();
	}

	/** What it is, for people. */
	public String kind() {
		return this.mongod.map((program) -> program + ", a replica set of one")
			.or(() -> container().map((any) -> IMAGE + " in a container, a replica set of one"))
			.orElse("embedded, for trying things out: it is no MongoDB server");
	}

	@Override
	List<String> command() {
		return server().map((server) -> standIn("recruitment.local.store.MongodMain", this.port, server))
			.orElseGet(this::embedded);
	}

	private List<String> embedded() {
		// pages live for a few commits: room for them spares most collections
		return childCommand(List.of("-Xms128m", "-Xmn64m", "-Xmx1g"), "recruitment.local.store.StoreMain", "--port",
				this.port, "--data", this.data);
	}

	/**
	 * Inside a container it listens on the same port, since its set knows it by that one.
	 */
	private Optional<List<String>> server() {
		String port = String.valueOf(this.port);
		return this.mongod
			.map((program) -> List.of(program, "--replSet", SET, "--bind_ip", "127.0.0.1", "--port", port, "--dbpath",
					this.serverData.toString(), "--wiredTigerCacheSizeGB", "0.25"))
			.or(() -> container().map((container) -> container.run(IMAGE, this.port, "/data/db", Map.of(),
					List.of("--replSet", SET, "--bind_ip_all", "--port", port, "--wiredTigerCacheSizeGB", "0.25"))));
	}

	@Override
	void prepare() {
		super.prepare();
		container().ifPresent((container) -> container.fetch(IMAGE));
		if (this.mongod.isPresent()) {
			try {
				Files.createDirectories(this.serverData);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

}
