package recruitment.local.store;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import org.h2.mvstore.MVStore;

/** Answers each command after what it wrote, or can have read, is in the file. */
final class StoreBackend extends H2Backend {

	private static final Set<String> READS = Set.of("find", "getmore", "count", "distinct");

	/** They alter lists that all other commands go through. */
	private static final Set<String> ALTERATIONS = Set.of("create", "createindexes", "drop", "dropdatabase",
			"dropindexes", "renamecollection");

	private final Journal journal;

	private final ReadWriteLock shape = new ReentrantReadWriteLock();

	private final ScheduledExecutorService housekeeping = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("store-housekeeping").factory());

	StoreBackend(MVStore store) {
		Journal journal = new Journal(store);
		this.journal = journal;
		super(store);
		this.housekeeping.scheduleWithFixedDelay(journal::compact, 1, 1, TimeUnit.SECONDS);
	}

	@Override
	public Document handleCommand(Channel channel, String database, String command, Document query) {
		String name = command.toLowerCase(Locale.ROOT);
		Lock lock = ALTERATIONS.contains(name) ? this.shape.writeLock() : this.shape.readLock();
		lock.lock();
		try {
			return READS.contains(name)
					? this.journal.read(() -> super.handleCommand(channel, database, command, query))
					: this.journal.apply(() -> super.handleCommand(channel, database, command, query));
		}
		finally {
			lock.unlock();
			this.journal.awaitDurable();
		}
	}

	@Override
	protected MongoDatabase openOrCreateDatabase(String name) {
		return new StoreDatabase(name, getMvStore(), getCursorRegistry());
	}

	@Override
	public void close() {
		this.housekeeping.close();
		super.close();
	}

}
