package recruitment.local.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import recruitment.local.LocalStack;
import recruitment.local.RunningProcess;

import static org.assertj.core.api.Assertions.assertThat;

class LauncherIT {

	@TempDir
	Path folder;

	/** What a service is for the launcher: a process that does not end with it. */
	@Test
	void whatAKilledLauncherLeftIsEnded() throws Exception {
		Process orphan = new ProcessBuilder("sleep", "600").start();
		Path run = Files.createDirectories(this.folder.resolve("run"));
		RunningProcess.write(run.resolve("booking.pid"), orphan.toHandle());

		assertThat(RunningProcess.endAll(run)).containsExactly("booking");
		assertThat(orphan.onExit()).succeedsWithin(Duration.ofSeconds(5));
		assertThat(RunningProcess.endAll(run)).isEmpty();
	}

	@Test
	void aProcessThatGotTheIdOfAnEndedOneIsLeftAlone() throws Exception {
		Process stranger = new ProcessBuilder("sleep", "600").start();
		try {
			Path run = Files.createDirectories(this.folder.resolve("run"));
			Files.writeString(run.resolve("booking.pid"), stranger.pid() + " 1000000000000\n");

			assertThat(RunningProcess.endAll(run)).isEmpty();
			assertThat(stranger.isAlive()).isTrue();
		}
		finally {
			stranger.destroyForcibly();
		}
	}

	@Test
	void aSecondUpSaysWhereTheFirstRuns() throws Exception {
		DataFolder data = new DataFolder(this.folder);
		try (var first = Up.claim(data)) {
			assertThat(first).isNotNull();
			Process second = recruit("up");
			assertThat(second.inputReader().readLine()).contains("running already", "http://localhost:8080");
			assertThat(second.waitFor()).isZero();
		}
	}

	@Test
	void dataOfAnotherVersionIsRefusedWithTheFix() throws Exception {
		Files.writeString(this.folder.resolve("version"), "2\n");
		Process up = recruit("up");
		assertThat(up.errorReader().lines().toList()).anyMatch((line) -> line.contains("is of version 2"))
			.anyMatch((line) -> line.contains("infra/recruit up --fresh"));
		assertThat(up.waitFor()).isOne();
	}

	@Test
	void thePartsOfThisModuleEndWithALauncherThatIsKilled() throws Exception {
		Process launcher = java(OneStore.class.getName(), this.folder.toString());
		long store = Long.parseLong(launcher.inputReader().readLine());
		ProcessHandle handle = ProcessHandle.of(store).orElseThrow();
		assertThat(handle.isAlive()).isTrue();

		launcher.destroyForcibly();
		assertThat(handle.onExit()).succeedsWithin(Duration.ofSeconds(15));
	}

	@Test
	void withNothingRunningTheSentenceSaysSo() throws Exception {
		Process stop = recruit("stop", "broker");
		assertThat(stop.errorReader().readLine()).contains("Nothing runs here", "infra/recruit up");
		assertThat(stop.waitFor()).isOne();
	}

	private Process recruit(String... words) throws Exception {
		return java(Recruit.class.getName(), words);
	}

	private Process java(String main, String... words) throws Exception {
		List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java",
				"-Drecruit.data=" + this.folder, "-cp", System.getProperty("java.class.path"), main));
		command.addAll(List.of(words));
		return new ProcessBuilder(command).start();
	}

	/** A launcher that runs a store and tells its process id. */
	static final class OneStore {

		private OneStore() {
		}

		public static void main(String[] args) throws Exception {
			LocalStack stack = LocalStack.in(Path.of(args[0])).freePorts().build();
			stack.store().start();
			System.out.println(stack.store().pid());
			Thread.currentThread().join();
		}

	}

}
