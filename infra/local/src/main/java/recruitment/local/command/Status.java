package recruitment.local.command;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import recruitment.local.LocalStack;
import recruitment.local.Part;
import recruitment.local.RunningProcess;
import recruitment.local.Service;

/** Tells of each part whether it runs, where, its resident memory, and how it is. */
final class Status {

	private static final Pattern HEALTH = Pattern.compile("\"status\"\\s*:\\s*\"(\\w+)\"");

	private static final int TIMEOUT_MILLIS = 5000;

	private final DataFolder data;

	private final LocalStack stack;

	Status(DataFolder data) {
		this.data = data;
		this.stack = data.stack().build();
	}

	void print() {
		System.out.println(this.data.up()
			.map((up) -> "Run by infra/recruit up, process %d, %d MB".formatted(up.pid(), megabytes(up.pid())))
			.orElse("infra/recruit up does not run."));
		System.out.printf("%-14s%10s%8s  %-14s%s%n", "part", "process", "MB", "ports", "health");
		long total = 0;
		for (Part part : this.stack.parts()) {
			Optional<ProcessHandle> process = RunningProcess.find(this.data.run().resolve(part.name() + ".pid"));
			long megabytes = process.map((found) -> megabytes(found.pid())).orElse(0L);
			total += megabytes;
			System.out.printf("%-14s%10s%8s  %-14s%s%n", part.name(),
					process.map((found) -> String.valueOf(found.pid())).orElse("-"),
					process.isPresent() ? megabytes : "-",
					part.ports().stream().map(String::valueOf).collect(Collectors.joining(" ")),
					process.isPresent() ? health(part) : "does not run");
		}
		System.out.printf("%-14s%10s%8d%n", "together", "", total);
		for (Part part : List.of(this.stack.broker(), this.stack.store(), this.stack.mail(), this.stack.signIn())) {
			this.stack.given(part).ifPresent((where) -> System.out.printf("%-14sgiven: %s%n", part.name(), where));
		}
	}

	private static String health(Part part) {
		return (part instanceof Service service) ? health(service.managementUrl() + "/actuator/health/dependencies")
				: "runs";
	}

	/** The first status is that of the group; those of its members follow. */
	private static String health(String url) {
		try {
			HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
			connection.setConnectTimeout(TIMEOUT_MILLIS);
			connection.setReadTimeout(TIMEOUT_MILLIS);
			int status = connection.getResponseCode();
			try (var body = (status < 400) ? connection.getInputStream() : connection.getErrorStream()) {
				String text = (body != null) ? new String(body.readAllBytes(), StandardCharsets.UTF_8) : "";
				Matcher matcher = HEALTH.matcher(text);
				return matcher.find() ? matcher.group(1) : "answers " + status;
			}
		}
		catch (IOException ex) {
			return "does not answer";
		}
	}

	/** Resident memory; 0 where the system does not tell. */
	private static long megabytes(long pid) {
		try {
			Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
			try (var output = ps.inputReader()) {
				return output.lines().findFirst().map((line) -> Long.parseLong(line.strip()) / 1024).orElse(0L);
			}
		}
		catch (IOException | NumberFormatException ex) {
			return 0;
		}
	}

}
