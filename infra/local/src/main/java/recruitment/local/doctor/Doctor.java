package recruitment.local.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import recruitment.local.Given;
import recruitment.local.LocalStack;
import recruitment.local.command.DataFolder;
import recruitment.local.maven.MavenCentral;

/**
 * Tells what keeps {@code infra/recruit up} from working here, and the fix. Ends with
 * status 1 if something does.
 * <p>
 * Run from its source by the JDK alone, since a build may be what does not work.
 */
public final class Doctor {

	private final DataFolder data;

	private final Path clone;

	private final boolean runs;

	private Doctor(DataFolder data, Path clone) {
		this.data = data;
		this.clone = clone;
		this.runs = data.up().isPresent();
	}

	public static void main(String[] args) {
		Doctor doctor = new Doctor(new DataFolder(Path.of(System.getProperty("recruit.data"))),
				Path.of(System.getProperty("recruit.clone")));
		long wrong = doctor.findings()
			.peek((finding) -> System.out.print(finding.text()))
			.filter((finding) -> finding.level() == Finding.Level.WRONG)
			.count();
		System.out.println((wrong == 0) ? "Nothing is in the way." : "In the way: " + wrong);
		System.exit((wrong == 0) ? 0 : 1);
	}

	/** In this order, each when it is asked for. */
	private Stream<Finding> findings() {
		return Stream
			.of(take("machine", this::machine), take("folders", this::folders), take("stack", this::stack),
					take("network", this::network))
			.flatMap(Supplier::get);
	}

	/** What cannot even be looked at is one more thing to tell. */
	private static Supplier<Stream<Finding>> take(String subject, Look look) {
		return () -> {
			try {
				return look.take().stream();
			}
			catch (IOException | RuntimeException ex) {
				return Stream.of(Finding.wrong(subject, "cannot be looked at: " + ex.getMessage(),
						"See to what is named there: who owns it, and what is in it."));
			}
		};
	}

	private List<Finding> machine() throws IOException {
		return List.of(Machine.jdk(Runtime.version(), System.getProperty("java.home")),
				Machine.memory(Machine.availableMemory(), this.runs),
				Machine.disk(this.data.path(), Folders.storeOf(this.data.path()).getUsableSpace()));
	}

	private List<Finding> folders() throws IOException {
		Folders folders = new Folders(System.getProperty("user.name"));
		return Stream
			.of(folders.data(this.data), folders.built(this.clone),
					folders.repository(Path.of(System.getProperty("user.home"), ".m2", "repository")))
			.flatMap(List::stream)
			.toList();
	}

	private List<Finding> stack() throws IOException {
		LocalStack.Builder stack = this.runs ? this.data.stack()
				: LocalStack.in(this.data.path()).portOffset(this.data.portOffset()).given(Given.in(System.getenv()));
		return new Processes(this.data, stack.build()).findings();
	}

	private List<Finding> network() throws IOException {
		MavenCentral central = MavenCentral.find();
		return Stream
			.of(Proxies.findings(System.getenv(), central.proxy()),
					new Time(Clock.systemUTC()).findings(this.data.path(), central))
			.flatMap(List::stream)
			.toList();
	}

	private interface Look {

		List<Finding> take() throws IOException;

	}

}
