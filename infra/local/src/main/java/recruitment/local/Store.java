package recruitment.local;

import java.nio.file.Path;
import java.util.List;

/** The embedded store, which speaks MongoDB's protocol. */
public final class Store extends Part {

	private final int port;

	private final Path data;

	Store(Ports ports, Path data) {
		super("store", data);
		this.port = ports.of(27017);
		this.data = data.resolve("store");
	}

	/** A connection string without a database. */
	public String uri() {
		return "mongodb://127.0.0.1:" + this.port;
	}

	@Override
	public List<Integer> ports() {
		return List.of(this.port);
	}

	@Override
	public String address() {
		return uri();
	}

	@Override
	List<String> command() {
		return childCommand(List.of("-Xms64m", "-Xmx1g"), "recruitment.local.store.StoreMain", "--port", this.port,
				"--data", this.data);
	}

}
