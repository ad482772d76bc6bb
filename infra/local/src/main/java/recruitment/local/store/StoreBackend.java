package recruitment.local.store;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import org.h2.mvstore.MVStore;

/** Answers each command after what it wrote, or can have read, is in the file. */
final class StoreBackend extends H2Backend {

	private static final Set<String> READS = Set.of("find", "getmore", "count", "distinct");

	private final Journal journal;

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
		try {
			return READS.contains(command.toLowerCase(Locale.ROOT))
					? this.journal.read(() -> super.handleCommand(channel, database, command, query))
					: this.journal.apply(() -> super.handleCommand(channel, database, command, query));
		}
		finally {
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
