package recruitment.booking;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recruitment.local.LocalStack;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Stops and starts a store of its own. */
@Tag("long")
@DirtiesContext
class StoreDownIT extends ServiceClient {

	@TempDir
	private static Path data;

	@Autowired
	private MeterRegistry meters;

	@SuppressWarnings("NullAway.Init")
	private static LocalStack stack;

	@DynamicPropertySource
	static void store(DynamicPropertyRegistry properties) {
		stack = LocalStack.in(data).freePorts().build();
		stack.store().start();
		properties.add("spring.mongodb.uri", stack.store()::uri);
		properties.add("spring.kafka.bootstrap-servers", stack.broker()::bootstrapServers);
	}

	@AfterAll
	static void close() {
		stack.close();
	}

	@Test
	void anOutageIsAnAnswerAndNothingThatWasAcknowledgedIsMissing() {
		UUID evening = evening(3);
		String key = key();
		Answer before = book(evening, key, person("Sam"));
		assertThat(before.status()).isEqualTo(201);

		String form = "/evenings/" + slug(evening) + "/bookings";

		stack.store().kill();
		Instant asked = this.clock.instant();
		Answer during = book(evening, key(), person("Kim"));
		assertThat(Duration.between(asked, this.clock.instant())).isLessThan(Duration.ofSeconds(3));
		assertThat(during.status()).isEqualTo(503);
		assertThat(during.problem()).isEqualTo("unavailable");
		assertThat(Integer.parseInt(during.header("Retry-After"))).isBetween(1, 3);
		assertThat(get("/livez").status()).isEqualTo(200);

		String keyOfForm = key();
		Answer page = submit(form, FilledForm.with(keyOfForm));
		assertThat(page.status()).isEqualTo(503);
		assertThat(page.body()).contains("We cannot take bookings at this moment. Please send the form again shortly.");
		FilledForm.isKeptIn(page);
		assertThat(FilledForm.keyOf(page)).isEqualTo(keyOfForm);

		Awaitility.await()
			.untilAsserted(
					() -> assertThat(this.meters.get("recruit.bookings").tag("outcome", "error").counters()).hasSize(2)
						.allMatch((counter) -> counter.count() == 1));

		stack.store().start();
		Awaitility.await()
			.untilAsserted(() -> assertThat(book(evening, key, person("Sam")).body()).isEqualTo(before.body()));
		assertThat(book(evening, key(), person("Kim")).status()).isEqualTo(201);
	}

}
