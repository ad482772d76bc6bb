package recruitment.notification.intent;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import recruitment.notification.mail.MailSettings;
import recruitment.notification.mail.Mailer;

/**
 * When the sender works: at once on a hint, and once a second on whatever is due and was
 * not hinted at, or forgotten because a process died.
 */
@Component
class Dispatcher implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

	private static final Duration POLL = Duration.ofSeconds(1);

	private static final Duration NEXT_PAGE = Duration.ofMillis(100);

	private static final int PAGE = 200;

	/** Most that may wait for a conversation; the poll brings the others. */
	private static final int MOST = 1_000;

	/** Conversations under way may end; what takes longer is left to its lease. */
	private static final Duration GRACE = Duration.ofSeconds(10);

	private final Sender sender;

	private final Mailer mailer;

	private final int conversations;

	private final Semaphore free;

	private final Set<String> taken = ConcurrentHashMap.newKeySet();

	private final ThreadFactory threads = Thread.ofVirtual().name("mail-", 0).factory();

	private volatile @Nullable ScheduledExecutorService polls;

	Dispatcher(Sender sender, Mailer mailer, MailSettings settings) {
		this.sender = sender;
		this.mailer = mailer;
		this.conversations = settings.conversations();
		this.free = new Semaphore(this.conversations);
	}

	/** Says that an intent is due. Never waits. */
	void hint(Due due) {
		if (isRunning() && this.taken.size() < MOST && this.taken.add(due.id())) {
			this.threads.newThread(() -> attempt(due)).start();
		}
	}

	private void attempt(Due due) {
		this.free.acquireUninterruptibly();
		try {
			if (isRunning()) {
				this.sender.attempt(due);
			}
		}
		catch (RuntimeException ex) {
			log.warn("Intent {} is left for later ({})", due.id(), ex.getClass().getName());
		}
		finally {
			this.free.release();
			this.taken.remove(due.id());
		}
	}

	private void poll() {
		int found = 0;
		try {
			List<Due> due = this.sender.due(PAGE);
			due.forEach(this::hint);
			found = due.size();
			this.mailer.tidy();
		}
		catch (RuntimeException ex) {
			log.warn("Cannot see what is due ({})", ex.getClass().getName());
		}
		pollIn((found < PAGE) ? POLL : NEXT_PAGE);
	}

	private void pollIn(Duration wait) {
		ScheduledExecutorService polls = this.polls;
		if (polls != null) {
			polls.schedule(this::poll, wait.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	@Override
	public void start() {
		ScheduledThreadPoolExecutor polls = new ScheduledThreadPoolExecutor(1,
				Thread.ofVirtual().name("mail-poll").factory());
		polls.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
		this.polls = polls;
		pollIn(Duration.ZERO);
	}

	@Override
	public void stop() {
		ScheduledExecutorService polls = this.polls;
		if (polls == null) {
			return;
		}
		this.polls = null;
		polls.shutdown();
		try {
			if (!this.free.tryAcquire(this.conversations, GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
				log.info("Some conversations did not end in time; their leases will lapse");
				return;
			}
			this.free.release(this.conversations);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.polls != null;
	}

	/** Stops after the consumers, which give hints, and before the relay. */
	@Override
	public int getPhase() {
		return DEFAULT_PHASE - 3_500;
	}

}
