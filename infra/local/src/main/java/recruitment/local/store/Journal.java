package recruitment.local.store;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStore.TxCounter;

/**
 * Writes a version of the file before a command is answered: many commands apply their
 * changes side by side, the first that wants its answer commits for all of them.
 * <p>
 * A version holds whole commands only, since the commit waits for those that are under
 * way. Readers wait as well, so nobody ever saw what a crash takes back.
 */
final class Journal {

	private static final int COMPACT_BELOW_PERCENT = 60;

	private static final int COMPACT_BYTES = 1024 * 1024;

	private final MVStore store;

	private final ReadWriteLock applying = new ReentrantReadWriteLock();

	private final AtomicLong begun = new AtomicLong();

	private final Object committing = new Object();

	private volatile long durable;

	Journal(MVStore store) {
		this.store = store;
	}

	/** Applies a change; it is durable once {@link #awaitDurable()} has returned. */
	<T> T apply(Supplier<T> change) {
		this.applying.readLock().lock();
		try {
			this.begun.incrementAndGet();
			return change.get();
		}
		finally {
			this.applying.readLock().unlock();
		}
	}

	/**
	 * Answers from the maps as they are when the read begins; the file keeps what they
	 * are made of until it ends, whatever is written and compacted meanwhile. Changes
	 * need no such care, since no commit falls into them.
	 */
	<T> T read(Supplier<T> question) {
		TxCounter usage = this.store.registerVersionUsage();
		try {
			return question.get();
		}
		finally {
			this.store.deregisterVersionUsage(usage);
		}
	}

	/** Returns when every change that the caller can have seen is in the file. */
	void awaitDurable() {
		long wanted = this.begun.get();
		if (this.durable >= wanted) {
			return;
		}
		synchronized (this.committing) {
			if (this.durable < wanted) {
				exclusively(() -> {
					long upTo = this.begun.get();
					this.store.commit();
					this.durable = upTo;
				});
			}
		}
	}

	/**
	 * Rewrites a few sparsely used stretches of the file, so that it does not grow with
	 * every update. Takes some milliseconds.
	 */
	void compact() {
		exclusively(() -> {
			if (this.store.compact(COMPACT_BELOW_PERCENT, COMPACT_BYTES)) {
				this.store.commit();
			}
		});
	}

	private void exclusively(Runnable action) {
		this.applying.writeLock().lock();
		try {
			action.run();
		}
		finally {
			this.applying.writeLock().unlock();
		}
	}

}
