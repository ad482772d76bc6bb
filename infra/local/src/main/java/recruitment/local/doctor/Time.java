package recruitment.local.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import recruitment.local.maven.MavenCentral;

/**
 * Whether the clock is right, as far as others tell: the host that Maven fetches from,
 * and the data that was written before. An answer of that host shows that it can be
 * reached.
 */
final class Time {

	/** What certificates, tokens and people bear. */
	private static final Duration BORNE = Duration.ofMinutes(1);

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final int DEPTH = 3;

	private static final String FIX = """
			Set it: sudo timedatectl set-ntp true
			In WSL: wsl --shutdown in Windows; on macOS: sudo sntp -sS time.apple.com""";

	private final Clock clock;

	Time(Clock clock) {
		this.clock = clock;
	}

	/**
	 * @param data the data folder
	 */
	List<Finding> findings(Path data, MavenCentral central) throws IOException {
		List<Finding> findings = new ArrayList<>();
		try (HttpClient client = central.client()) {
			HttpResponse<Void> response = client.send(
					HttpRequest.newBuilder(URI.create(central.base() + "/")).timeout(PATIENCE).HEAD().build(),
					HttpResponse.BodyHandlers.discarding());
			findings.add(Finding.ok("network", central.base().getHost() + " answers"));
			findings.add(compare(central.base().getHost(), response));
		}
		catch (IOException ex) {
			findings.add(Finding.warn("network",
					"no answer of %s: a build has only what was fetched before".formatted(central.nextHost()),
					"Mirrors and proxies of ~/.m2/settings.xml are used, or else HTTPS_PROXY."));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		findings.addAll(ahead(data));
		return findings;
	}

	/** A cache tells the age of what it repeats. */
	private Finding compare(String host, HttpResponse<?> response) {
		long age = response.headers().firstValueAsLong("Age").orElse(0);
		return response.headers()
			.firstValue("Date")
			.flatMap(Time::instant)
			.map((date) -> Duration.between(date.plusSeconds(age), this.clock.instant()))
			.map((off) -> (off.abs().compareTo(BORNE) < 0) ? Finding.ok("clock", "as that of " + host)
					: Finding.wrong("clock",
							"it is %s %s that of %s".formatted(text(off.abs()),
									off.isNegative() ? "behind" : "ahead of", host),
							FIX))
			.orElse(Finding.ok("clock", host + " does not tell the time to compare with"));
	}

	/** A clock that was set back lets new things seem older than old ones. */
	private List<Finding> ahead(Path data) throws IOException {
		if (!Files.isDirectory(data)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(data, DEPTH)) {
			return files.map(Time::written)
				.flatMap(Optional::stream)
				.max(Comparator.naturalOrder())
				.map((newest) -> Duration.between(this.clock.instant(), newest))
				.filter((ahead) -> ahead.compareTo(BORNE) > 0)
				.map((ahead) -> Finding.wrong("clock",
						"the data was last written %s ahead of it: it was set back".formatted(text(ahead)), FIX))
				.stream()
				.toList();
		}
	}

	/** Nothing for a file that has gone meanwhile. */
	private static Optional<Instant> written(Path file) {
		try {
			return Optional.of(Files.getLastModifiedTime(file)).map(FileTime::toInstant);
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	private static Optional<Instant> instant(String date) {
		try {
			return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static String text(Duration duration) {
		long minutes = duration.plusSeconds(30).toMinutes();
		return (minutes < 120) ? minutes + " minutes" : (minutes + 30) / 60 + " hours";
	}

}
