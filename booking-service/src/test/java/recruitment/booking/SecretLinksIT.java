package recruitment.booking;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import recruitment.platform.security.SignedLinks;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever reads what is told of the service cannot cancel a booking by it. */
@ExtendWith(OutputCaptureExtension.class)
class SecretLinksIT extends ServiceIT {

	@Autowired
	private SignedLinks links;

	@Autowired
	private ObservationRegistry observations;

	@Autowired
	private MeterRegistry meters;

	@Test
	void theTokenOfACancelLinkIsInNoSpanLogOrMeter(CapturedOutput output) {
		List<String> told = new CopyOnWriteArrayList<>();
		this.observations.observationConfig().observationHandler(new Telling(told));
		UUID booking = booked(evening(1), "Sam");
		String token = this.links.sign("cancel-booking", booking.toString(), this.clock.instant().plusSeconds(60));
		String path = "/bookings/cancel/" + token;
		assertThat(get(path).status()).isEqualTo(200);
		assertThat(get(path + "x").status()).isEqualTo(404);
		assertThat(get(path + "/more").status()).isEqualTo(404);
		assertThat(get("/evenings?link=" + token).status()).isEqualTo(200);
		assertThat(send("PUT", path, "").status()).isEqualTo(403);
		assertThat(submit(path, "").status()).isEqualTo(302);

		Awaitility.await()
			.untilAsserted(() -> assertThat(told).filteredOn((text) -> text.startsWith("http.server.requests"))
				.filteredOn((text) -> text.contains("http.url=/bookings/cancel/{token}"))
				.hasSizeGreaterThanOrEqualTo(3));
		assertThat(told).noneMatch((text) -> text.contains(token));
		assertThat(output.getAll()).doesNotContain(token);
		assertThat(this.meters.getMeters()).flatExtracting((meter) -> meter.getId().getTags())
			.extracting(Tag::getValue)
			.contains("/bookings/cancel/{token}")
			.noneMatch((value) -> value.contains(token));
	}

	/** Writes down what spans and timers are made of. */
	private record Telling(List<String> told) implements ObservationHandler<Observation.Context> {

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

		@Override
		public void onStop(Observation.Context context) {
			StringBuilder text = new StringBuilder(context.getName() + " " + context.getContextualName());
			Stream.of(context.getAllKeyValues())
				.flatMap(KeyValues::stream)
				.forEach((KeyValue value) -> text.append(' ')
					.append(value.getKey())
					.append('=')
					.append(value.getValue()));
			this.told.add(text.append(' ').append(context.getError()).toString());
		}

	}

}
