package recruitment.e2e;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import recruitment.local.Part;
import recruitment.platformtest.RecordedTopic;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * From a booking to its mail, its record and its events, and back by the link in the
 * mail.
 */
class StoryIT {

	private static final ZoneId LONDON = ZoneId.of("Europe/London");

	private static final Pattern CANCEL_LINK = Pattern.compile("http://[^\\s\"]+(/bookings/cancel/[^\\s\"]+)");

	private static World world;

	@BeforeAll
	static void start() {
		world = World.started();
	}

	@AfterAll
	static void end() {
		if (world != null) {
			world.close();
		}
	}

	@Test
	void aBookingBecomesAMailARecordAndEventsAndItsLinkCancelsIt() {
		JsonNode evening = world.sampleEvening("headquarters");
		assertThatItIsTheOneOfTheArticle(evening);
		UUID eveningId = UUID.fromString(evening.path("id").asString());
		World.Accepted booked = world.book(eveningId, "Sam Sample", "sam@example.org", Duration.ofSeconds(5));

		JsonNode confirmation = mail("sam@example.org", 1).getFirst();
		assertThat(confirmation.path("text").asString()).contains(booked.reference(), "7pm on Wednesday", "AL8 6XF");
		assertThat(confirmation.path("html").asString()).contains(booked.reference());
		Calendar request = calendar(confirmation);
		CalendarComponent entry = request.getComponent(Component.VEVENT).orElseThrow();
		assertThat(property(request, "METHOD")).isEqualTo("REQUEST");
		assertThat(property(entry, "UID")).isEqualTo(booked.id().toString());
		assertThat(property(entry, "DTSTART")).endsWith("T190000");
		assertThat(request.getComponent(Component.VTIMEZONE)).isPresent();

		JsonNode candidate = await().until(() -> candidate("sam@example.org"), (found) -> !found.isMissingNode());
		assertThat(candidate.at("/candidate/stage").asString(candidate.path("stage").asString("")))
			.isEqualTo("interested");

		try (RecordedTopic topic = world.topic("booking-events")) {
			RecordedTopic.Entry confirmed = topic.await(booked.id().toString(), 1).getFirst();
			assertThat(confirmed.header("ce_type")).isEqualTo("recruitment.booking.confirmed.v1");
			assertThat(confirmed.header("ce_sequence")).isEqualTo("0000000000000000001");
			assertThat(confirmed.header("ce_subject")).isEqualTo(booked.id().toString());
			assertThat(confirmed.headers()).containsKey("traceparent");
		}
		for (String topic : List.of("candidate-events", "candidate-state", "notification-events")) {
			try (RecordedTopic recorded = world.topic(topic)) {
				assertThat(recorded.await((found) -> found.text().contains(booked.reference()), 1)).as(topic)
					.isNotEmpty();
			}
		}

		Matcher link = CANCEL_LINK.matcher(confirmation.path("text").asString());
		assertThat(link.find()).isTrue();
		String cancelPath = link.group(1);
		assertThat(world.booking().get(cancelPath).text()).contains("Do you want to cancel");
		assertThat(status(booked)).isEqualTo("CONFIRMED");
		assertThat(world.booking().submit(cancelPath).status()).isEqualTo(302);
		assertThat(status(booked)).isEqualTo("CANCELLED");
		assertThat(world.booking().get(cancelPath).text()).contains("This booking is cancelled");

		Calendar cancel = calendar(mail("sam@example.org", 2).getFirst());
		assertThat(property(cancel, "METHOD")).isEqualTo("CANCEL");
		CalendarComponent cancelled = cancel.getComponent(Component.VEVENT).orElseThrow();
		assertThat(property(cancelled, "UID")).isEqualTo(booked.id().toString());
		assertThat(property(cancelled, "SEQUENCE")).isEqualTo("2");
		await().untilAsserted(() -> assertThat(candidate("sam@example.org").toString()).contains("CANCELLED"));
	}

	@Test
	void threePlacesAreThreePlacesAndThenTheEveningIsFull() {
		UUID evening = UUID.fromString(world.sampleEvening("small").path("id").asString());
		for (int i = 0; i < 3; i++) {
			world.book(evening, "Person " + i, "person%d@example.org".formatted(i), Duration.ofSeconds(5));
		}
		Api.Answer fourth = world.tryToBook(evening, "a-key-of-sixteen-or-more", "One More", "more@example.org");
		assertThat(fourth.status()).isEqualTo(409);
		assertThat(fourth.json().path("type").asString()).endsWith("evening-full");
		assertThat(world.booking().get("/api/evenings/" + evening).json().path("availability").asString())
			.isEqualTo("full");
	}

	@Test
	void peopleWhoBookedAreToldOfAChangeAndOfTheEndOfAnEvening() {
		UUID evening = world.newEvening(10);
		World.Accepted booked = world.book(evening, "Ash Change", "ash@example.org", Duration.ofSeconds(5));
		mail("ash@example.org", 1);
		Instant later = Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
		Api.Answer changed = world.eventsDesk()
			.patch("/api/evenings/" + evening,
					Map.of("start", later.toString(), "end", later.plus(2, ChronoUnit.HOURS).toString()));
		assertThat(changed.status()).as(changed.text()).isEqualTo(200);
		Calendar moved = calendar(mail("ash@example.org", 2).getFirst());
		assertThat(property(moved, "METHOD")).isEqualTo("REQUEST");
		assertThat(property(moved.getComponent(Component.VEVENT).orElseThrow(), "SEQUENCE")).isEqualTo("2");

		assertThat(world.eventsDesk().post("/api/evenings/" + evening + "/cancel").status()).isEqualTo(200);
		assertThat(property(calendar(mail("ash@example.org", 3).getFirst()), "METHOD")).isEqualTo("CANCEL");
		assertThat(status(booked)).isEqualTo("CANCELLED");
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void everyPortListensOnTheLoopbackAddressAlone() throws IOException {
		Set<Integer> ports = world.stack()
			.parts()
			.stream()
			.map(Part::ports)
			.flatMap(List::stream)
			.collect(Collectors.toSet());
		List<String[]> listening = Stream.of("tcp", "tcp6")
			.map((table) -> Path.of("/proc/net", table))
			.flatMap(StoryIT::lines)
			.map((line) -> line.strip().split("\\s+"))
			.filter((fields) -> fields[3].equals("0A") && ports.contains(port(fields[1])))
			.toList();
		assertThat(listening).extracting((fields) -> port(fields[1])).containsAll(ports);
		assertThat(listening).extracting((fields) -> fields[1].split(":")[0])
			.isSubsetOf("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");
	}

	private static void assertThatItIsTheOneOfTheArticle(JsonNode evening) {
		LocalDateTime start = Instant.parse(evening.path("start").asString()).atZone(LONDON).toLocalDateTime();
		assertThat(start.getDayOfWeek()).hasToString("WEDNESDAY");
		assertThat(start.toLocalTime()).hasToString("19:00");
		assertThat(ChronoUnit.DAYS.between(Instant.now().atZone(LONDON).toLocalDate(), start.toLocalDate()))
			.isBetween(14L, 20L);
		assertThat(evening.path("capacity").asInt()).isEqualTo(80);
		assertThat(evening.at("/venue/postcode").asString()).isEqualTo("AL8 6XF");
	}

	private static List<JsonNode> mail(String to, int count) {
		return await("%d mails to %s".formatted(count, to)).atMost(Duration.ofSeconds(20))
			.until(() -> world.mailsTo(to), (mails) -> mails.size() >= count);
	}

	private static JsonNode candidate(String email) {
		return world.candidate().post("/api/candidates/search", Map.of("email", email)).json().at("/items/0");
	}

	private static String status(World.Accepted booked) {
		return world.booking().get("/api/bookings/" + booked.id()).json().path("status").asString();
	}

	private static Calendar calendar(JsonNode mail) {
		try {
			return new CalendarBuilder().build(new StringReader(mail.path("calendar").asString()));
		}
		catch (IOException | ParserException ex) {
			throw new AssertionError("no calendar in the mail", ex);
		}
	}

	private static String property(Calendar calendar, String name) {
		return calendar.getProperty(name).orElseThrow().getValue();
	}

	private static String property(CalendarComponent component, String name) {
		return component.getProperty(name).orElseThrow().getValue();
	}

	private static Stream<String> lines(Path table) {
		try {
			return Files.readAllLines(table).stream().skip(1);
		}
		catch (IOException ex) {
			return Stream.empty();
		}
	}

	private static int port(String address) {
		return Integer.parseInt(address.substring(address.indexOf(':') + 1), 16);
	}

}
