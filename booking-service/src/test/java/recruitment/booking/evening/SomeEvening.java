package recruitment.booking.evening;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import recruitment.booking.evening.EveningPlan.Section;

/** Evenings for tests. */
public final class SomeEvening {

	public static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123Z");

	public static final Instant START = Instant.parse("2026-12-09T19:00:00Z");

	private static final UUID ID = UUID.fromString("6b1f6f0e-6f3c-4d1e-9a53-0c0f1e7a2d11");

	private SomeEvening() {
	}

	public static EveningFacts facts(int revision) {
		return new EveningFacts(ID, "Information evening", START, START.plus(Duration.ofHours(2)),
				ZoneId.of("Europe/London"), venue(), revision);
	}

	static Venue venue() {
		return new Venue("Police Headquarters", "Stanborough Road, Welwyn Garden City", "AL8 6XF", "On site", null);
	}

	static EveningPlan plan() {
		return new EveningPlan("Information evening", List.of(new Section("The role", "What it is")), START,
				START.plus(Duration.ofHours(2)), ZoneId.of("Europe/London"), venue(), 80, NOW, START);
	}

	static Evening draft() {
		return new Evening(ID, "information-evening", null, plan());
	}

	static Evening published() {
		Evening evening = draft();
		evening.publish(NOW);
		return evening;
	}

}
