package recruitment.local.store;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

import de.bwaldvogel.mongo.MongoServer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

import recruitment.local.child.Options;

/**
 * Runs the store: {@code --port N --data DIR [--bind 127.0.0.1]}. Port 0 takes a free
 * one.
 * <p>
 * Prints {@code ready <port>} on standard output when it accepts connections. Ends with
 * status 1 and one sentence on standard error when the data is in use, the folder cannot
 * be written or the port is taken. SIGTERM closes the file in order; after a SIGKILL the
 * next start finds everything that was acknowledged.
 */
public final class StoreMain {

	/**
	 * One thread a connection: a writer waits in it for its commit while others apply
	 * theirs.
	 */
	private static final int CONNECTION_THREADS = 128;

	private static final int CACHE_MEGABYTES = 64;

	private StoreMain() {
	}

	public static void main(String[] args) {
		Options options = new Options(args);
		Path data = Path.of(options.text("data"));
		InetSocketAddress address = new InetSocketAddress(options.text("bind", "127.0.0.1"), options.number("port"));
		try {
			MongoServer server = start(data, address);
			Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow, "store-shutdown"));
			System.out.println("ready " + server.getLocalAddress().getPort());
		}
		catch (StoreInUseException ex) {
			Options
				.refuse("The data in " + data.toAbsolutePath() + " is in use by another store. Stop that one first.");
		}
		catch (IOException ex) {
			Options.refuse("The folder " + data.toAbsolutePath() + " cannot be written: " + ex.getMessage());
		}
		catch (RuntimeException ex) {
			Options.refuse(
					"The store cannot start on " + address + " with " + data.toAbsolutePath() + ": " + ex.getMessage());
		}
	}

	/**
	 * Opens the file and listens.
	 * @throws StoreInUseException if another process has the file open
	 */
	static MongoServer start(Path data, InetSocketAddress address) throws IOException {
		Files.createDirectories(data);
		StoreBackend backend = new StoreBackend(open(data.resolve("store.mv")));
		try {
			MongoServer server = new MongoServer(backend);
			server.bind(address, 1, CONNECTION_THREADS);
			return server;
		}
		catch (RuntimeException ex) {
			backend.close();
			throw ex;
		}
	}

	/**
	 * The journal alone decides when a version is written: a commit of MVStore's own
	 * could fall between a document and its index entries. Pages are not compressed: that
	 * took a fifth of all time and halved a small file. What no read uses any longer is
	 * overwritten after a second; the file is left with complete versions at any time.
	 */
	static MVStore open(Path file) {
		try {
			MVStore store = new MVStore.Builder().fileName(file.toString())
				.autoCommitDisabled()
				.autoCommitBufferSize(0)
				.cacheSize(CACHE_MEGABYTES)
				.open();
			store.setVersionsToKeep(0);
			store.setRetentionTime(1000);
			return store;
		}
		catch (MVStoreException ex) {
			if (ex.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
				throw new StoreInUseException(ex);
			}
			throw ex;
		}
	}

	private static final class StoreInUseException extends RuntimeException {

		StoreInUseException(Throwable cause) {
			super(cause);
		}

	}

}
