package recruitment.notification.intent;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import com.mongodb.ConnectionString;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recruitment.notification.mail.Mailer;
import recruitment.notification.mail.SmtpScript;
import recruitment.notification.template.Letters;
import recruitment.platform.inbox.Incoming;
import recruitment.platformtest.BackingServices;
import recruitment.platformtest.ContractVerifier;
import recruitment.platformtest.RecordedTopic;
import recruitment.platformtest.SetClock;
import recruitment.platformtest.Wire;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The sender step by step, on the store and on a mail provider that does as it is told.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = { "spring.cloud.function.definition=", "recruitment.mail.longest=2m",
				"recruitment.mail.first-retry=30s",
				"recruitment.link-secret=00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff" })
@ActiveProfiles("local")
@Import(BackingServices.class)
class SenderIT {

	private static final Duration FIRST_RETRY = Duration.ofSeconds(30);

	private static final Duration LEASE = Duration.ofMinutes(3);

	/** A little longer than the provider is left alone for when it is down. */
	private static final Duration PROBE = Duration.ofSeconds(3);

	@Autowired
	private Intents intents;

	@Autowired
	private Sender sender;

	@Autowired
	private SetClock clock;

	@Autowired
	private SmtpScript smtp;

	@Autowired
	private Wire store;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private MeterRegistry meters;

	private Heard heard;

	private int before;

	@BeforeEach
	void start() {
		this.heard = Heard.at(this.clock.instant());
		this.smtp.hangUp();
		this.before = this.smtp.messages().size();
	}

	@AfterEach
	void settle() {
		this.smtp.behave();
		this.mongo.remove(new Query(), Intent.COLLECTION);
		add(Heard.at(this.clock.instant()).confirmed(1));
		this.clock.forward(PROBE);
		step();
	}

	@Test
	void aConfirmationGoesOutOnceAndIsTold() {
		Incoming<BookingNews> confirmed = this.heard.confirmed(1);
		add(confirmed);
		assertThat(this.intents.add(intent(confirmed))).isFalse();
		step();
		step();
		assertThat(mails()).singleElement().asString().contains("Subject: Your place is booked", "METHOD:REQUEST");
		assertThat(status(1)).isEqualTo(IntentStatus.SENT);
		assertThat(find(1).attempts()).isEqualTo(1);
		assertThat(find(1).answer()).isEqualTo("accepted 250");
		RecordedTopic.Entry told = told();
		assertThat(told.header("ce_type")).isEqualTo("recruitment.notification.sent.v1");
		assertThat(told.header("ce_subject")).isEqualTo(find(1).id());
		ContractVerifier.verify("notification-service", "recruitment.notification.sent.v1", told.text().getBytes());
		assertThat(told.text()).doesNotContain("sam@example.org", "Sam Sample");
	}

	@Test
	void nobodyIsToldOfAPlaceThatIsCancelledByThen() {
		this.smtp.reply("RCPT", "451 later");
		add(this.heard.confirmed(1));
		step();
		assertThat(status(1)).isEqualTo(IntentStatus.RETRY);
		add(this.heard.cancelled(2));
		this.smtp.behave();
		this.clock.forward(FIRST_RETRY.multipliedBy(2));
		step();
		step();
		assertThat(status(1)).isEqualTo(IntentStatus.SUPERSEDED);
		assertThat(status(2)).isEqualTo(IntentStatus.SENT);
		assertThat(mails()).singleElement()
			.asString()
			.contains("is cancelled")
			.doesNotContain("text/calendar", "booked: ");
	}

	@Test
	void theProviderIsAwayWhileABookingIsMadeAndCancelled() {
		this.smtp.reply("GREETING", "554 closed");
		add(this.heard.confirmed(1));
		step();
		add(this.heard.cancelled(2));
		step();
		this.smtp.behave();
		this.clock.forward(PROBE);
		step();
		step();
		assertThat(status(1)).isEqualTo(IntentStatus.SUPERSEDED);
		assertThat(status(2)).isEqualTo(IntentStatus.SENT);
		assertThat(mails()).hasSize(1);
	}

	@Test
	void aCancellationTakesTheEveningOutOfTheCalendarThatItMayBeIn() {
		add(this.heard.confirmed(1));
		step();
		add(this.heard.cancelled(2));
		step();
		assertThat(mails()).hasSize(2);
		assertThat(mails().get(1)).contains("method=CANCEL", "METHOD:CANCEL", "SEQUENCE:2", "STATUS:CANCELLED",
				"UID:" + this.heard.booking());
	}

	@Test
	void aChangeIsSentAsTheConfirmationWhenThatNeverWentOut() {
		add(this.heard.confirmed(1));
		add(this.heard.evening("2026-12-16T19:00:00Z").eveningChanged(2));
		step();
		step();
		assertThat(status(1)).isEqualTo(IntentStatus.SUPERSEDED);
		assertThat(mails()).singleElement().asString().contains("Your place is booked", "SEQUENCE:2");
	}

	@Test
	void askingAgainForAConfirmationSendsAnother() {
		add(this.heard.confirmed(1));
		step();
		add(this.heard.confirmationRequested(2));
		step();
		assertThat(mails()).hasSize(2);
		assertThat(find(1).messageId()).isNotEqualTo(find(2).messageId());
	}

	@Test
	void aNewerMessageWaitsForTheOneThatIsBeingSent() {
		add(this.heard.confirmed(1));
		this.smtp.meanwhile("DATA", () -> {
			add(this.heard.cancelled(2));
			this.sender.attempt(due(2));
			assertThat(status(2)).isEqualTo(IntentStatus.NEW);
		});
		step();
		step();
		assertThat(mails()).hasSize(2);
		assertThat(mails().get(1)).contains("METHOD:CANCEL");
	}

	@ParameterizedTest
	@ValueSource(strings = { "RCPT", "DATA", "DOT" })
	void aMessageThatIsNotTakenNowIsTriedLaterAndLater(String command) {
		this.smtp.reply(command, "451 later");
		add(this.heard.confirmed(1));
		step();
		step();
		assertThat(find(1).attempts()).isEqualTo(1);
		assertThat(find(1).answer()).isEqualTo("later 451");
		this.clock.forward(FIRST_RETRY.multipliedBy(2));
		step();
		assertThat(find(1).attempts()).isEqualTo(2);
		assertThat(Duration.between(this.clock.instant(), find(1).due()))
			.isBetween(FIRST_RETRY.multipliedBy(3).dividedBy(2), FIRST_RETRY.multipliedBy(5).dividedBy(2));
		this.smtp.behave();
		this.clock.forward(FIRST_RETRY.multipliedBy(3));
		step();
		assertThat(status(1)).isEqualTo(IntentStatus.SENT);
		assertThat(find(1).uncertain()).isZero();
	}

	@Test
	void aMessageIsGivenUpWhenItsTimeIsOver() {
		this.smtp.reply("RCPT", "451 later");
		add(this.heard.confirmed(1));
		step();
		this.clock.forward(Intent.TOO_LATE);
		step();
		assertThat(status(1)).isEqualTo(IntentStatus.FAILED);
		assertThat(told().text()).contains("\"answer\":\"expired\"", "\"attempts\":1");
		ContractVerifier.verify("notification-service", "recruitment.notification.failed.v1", told().text().getBytes());
	}

	@Test
	void aMessageIsGivenUpWhileTheProviderIsAway() {
		this.smtp.reply("GREETING", "554 closed");
		add(this.heard.evening("2026-12-09T18:00:00Z").confirmed(1));
		add(Heard.at(this.clock.instant()).confirmed(1));
		step();
		this.clock.forward(Intent.TOO_LATE);
		step();
		assertThat(status(1)).isEqualTo(IntentStatus.FAILED);
		assertThat(find(1).attempts()).isZero();
	}

	@Test
	void anAddressThatTheProviderRefusesFails() {
		this.smtp.reply("RCPT", "550 nobody here");
		add(this.heard.confirmed(1));
		step();
		assertThat(status(1)).isEqualTo(IntentStatus.FAILED);
		assertThat(told().text()).contains("\"answer\":\"rejected\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "MAIL", "GREETING", "RCPT" })
	void aProviderThatTakesNothingIsLeftAloneAndNothingIsHeldAgainstTheMessage(String command) {
		this.smtp.reply(command, command.equals("RCPT") ? "421 closing" : "550 not you");
		add(this.heard.confirmed(1));
		add(Heard.at(this.clock.instant()).confirmed(1));
		int connections = this.smtp.connections();
		for (int i = 0; i < 5; i++) {
			step();
		}
		assertThat(this.smtp.connections() - connections).isLessThanOrEqualTo(1);
		assertThat(find(1).attempts()).isZero();
		this.smtp.behave();
		this.clock.forward(PROBE);
		step();
		step();
		assertThat(mails()).hasSize(2);
	}

	@Test
	void silenceAfterTheDotIsUncertainOnceSentAgainAndThenLeft() {
		this.smtp.reply("DOT", SmtpScript.DROP);
		add(this.heard.confirmed(1));
		step();
		assertThat(status(1)).isEqualTo(IntentStatus.RETRY);
		assertThat(find(1).uncertain()).isEqualTo(1);
		this.clock.forward(FIRST_RETRY.multipliedBy(2));
		step();
		assertThat(status(1)).isEqualTo(IntentStatus.UNCERTAIN);
		assertThat(told().text()).contains("\"answer\":\"uncertain\"", "\"uncertain\":true");
		assertThat(mails()).hasSize(2).allSatisfy((mail) -> assertThat(mail).contains(find(1).messageId()));
		this.clock.forward(Duration.ofHours(1));
		step();
		assertThat(mails()).hasSize(2);
	}

	@Test
	void whatMayHaveArrivedIsTakenOutOfTheCalendarAgain() {
		this.smtp.reply("DOT", SmtpScript.DROP);
		add(this.heard.confirmed(1));
		step();
		add(this.heard.cancelled(2));
		this.smtp.behave();
		step();
		assertThat(status(1)).isEqualTo(IntentStatus.SUPERSEDED);
		assertThat(mails().getLast()).contains("METHOD:CANCEL");
	}

	@Test
	void aSenderThatDiedBeforeTheWriteAheadCostsNothing() {
		add(this.heard.confirmed(1));
		assertThat(this.intents.claim(find(1))).isPresent();
		step();
		assertThat(mails()).isEmpty();
		this.clock.forward(LEASE);
		step();
		step();
		assertThat(status(1)).isEqualTo(IntentStatus.SENT);
		assertThat(find(1).uncertain()).isZero();
		assertThat(mails()).hasSize(1);
	}

	@Test
	void aSenderThatDiedAfterTheWriteAheadLeavesDoubt() {
		double doubts = doubts();
		add(this.heard.confirmed(1));
		assertThat(this.intents.commit(this.intents.claim(find(1)).orElseThrow())).isTrue();
		this.clock.forward(LEASE);
		step();
		assertThat(find(1).uncertain()).isEqualTo(1);
		assertThat(doubts()).isEqualTo(doubts + 1);
		this.clock.forward(FIRST_RETRY.multipliedBy(2));
		step();
		assertThat(status(1)).isEqualTo(IntentStatus.SENT);
		assertThat(told().text()).contains("\"uncertain\":true");
	}

	@Test
	void aSenderThatStallsPastItsLeaseSendsNothing() {
		add(this.heard.confirmed(1));
		this.smtp.meanwhile("DATA", () -> {
			this.clock.forward(LEASE);
			step();
			step();
			assertThat(status(1)).isEqualTo(IntentStatus.SENT);
		});
		step();
		assertThat(mails()).hasSize(1);
		assertThat(find(1).uncertain()).isZero();
	}

	@Test
	void whatTheProviderTookIsWrittenDownThoughTheStoreWasAwayJustThen() {
		add(this.heard.confirmed(1));
		Due due = due(1);
		this.smtp.meanwhile("DOT", this.store::cut);
		CompletableFuture<Void> attempt = CompletableFuture.runAsync(() -> this.sender.attempt(due),
				(run) -> Thread.ofVirtual().start(run));
		await().until(() -> this.store.refused() > 0);
		this.store.mend();
		attempt.join();
		assertThat(status(1)).isEqualTo(IntentStatus.SENT);
		assertThat(find(1).uncertain()).isZero();
		assertThat(mails()).hasSize(1);
	}

	@Test
	void whatWasKeptBackBecauseTheStoreWasAwayIsTriedAgainAndIsNoDoubt() {
		add(this.heard.confirmed(1));
		Due due = due(1);
		this.smtp.meanwhile("DATA", this.store::cut);
		CompletableFuture<Void> attempt = CompletableFuture.runAsync(() -> this.sender.attempt(due),
				(run) -> Thread.ofVirtual().start(run));
		await().until(() -> this.store.refused() > 0);
		this.store.mend();
		attempt.join();
		step();
		assertThat(status(1)).isEqualTo(IntentStatus.SENT);
		assertThat(find(1).uncertain()).isZero();
		assertThat(mails()).hasSize(1);
	}

	@Test
	void ofManyWhoTryAtOnceOneSends() {
		add(this.heard.confirmed(1));
		Due due = due(1);
		CompletableFuture
			.allOf(IntStream.range(0, 16)
				.mapToObj((i) -> CompletableFuture.runAsync(() -> this.sender.attempt(due)))
				.toArray(CompletableFuture[]::new))
			.join();
		assertThat(mails()).hasSize(1);
	}

	@Test
	void whatIsNoAddressFailsAndDoesNotStopTheOthers() {
		add(this.heard.email("sam@example.org\r\nBcc: eve@example.org").confirmed(1));
		add(Heard.at(this.clock.instant()).confirmed(1));
		step();
		assertThat(status(1)).isEqualTo(IntentStatus.FAILED);
		assertThat(mails()).hasSize(1);
	}

	private void add(Incoming<BookingNews> news) {
		assertThat(this.intents.add(intent(news))).isTrue();
	}

	private Intent intent(Incoming<BookingNews> news) {
		return Intent.of(news, "recruitment.example.org", this.clock.instant());
	}

	/** One round of what the dispatcher does. */
	private void step() {
		this.sender.due(100).forEach(this.sender::attempt);
	}

	private List<String> mails() {
		List<String> all = this.smtp.messages();
		return all.subList(this.before, all.size()).stream().map(Mime::decoded).toList();
	}

	private Intent find(long sequence) {
		return this.intents.of(this.heard.booking())
			.stream()
			.filter((intent) -> intent.id().startsWith(this.heard.booking() + ":" + sequence + ":"))
			.findFirst()
			.orElseThrow();
	}

	private IntentStatus status(long sequence) {
		return find(sequence).status();
	}

	private Due due(long sequence) {
		return new Due(find(sequence).id(), this.heard.booking());
	}

	private double doubts() {
		return this.meters.counter("recruit.notifications", "template", "confirmation", "result", "uncertain").count();
	}

	/** The last that was said about the booking. */
	private RecordedTopic.Entry told() {
		try (RecordedTopic topic = new RecordedTopic(BackingServices.brokers(), "notification-events")) {
			return topic.await(this.heard.booking().toString(), 1).getLast();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@ComponentScan(basePackageClasses = { Letters.class, Mailer.class })
	@Import({ Intents.class, Results.class, Composer.class, Sender.class })
	static class Stepped {

		@Bean
		SetClock clock() {
			return new SetClock(Heard.NOON);
		}

		@Bean
		Wire store() {
			return new Wire(new ConnectionString(BackingServices.storeUri()).getHosts().getFirst());
		}

		@Bean
		@Primary
		MongoConnectionDetails overTheWire(Wire store) {
			String uri = BackingServices.storeUri();
			String server = new ConnectionString(uri).getHosts().getFirst();
			return () -> new ConnectionString(uri.replace(server, store.address()));
		}

		@Bean
		SmtpScript smtp() {
			return new SmtpScript();
		}

		@Bean
		DynamicPropertyRegistrar smtpPort(SmtpScript smtp) {
			return (properties) -> properties.add("SMTP_PORT", smtp::port);
		}

	}

}
