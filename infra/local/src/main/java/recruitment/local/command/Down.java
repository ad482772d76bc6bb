package recruitment.local.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import recruitment.local.RunningProcess;

/** Ends the stack from another terminal. */
final class Down {

	/** A service that learns to start faster takes its time to end. */
	private static final int PATIENCE_SECONDS = 90;

	private Down() {
	}

	static void run(DataFolder data) {
		Optional<ProcessHandle> up = data.up();
		up.ifPresent(Down::end);
		List<String> left = RunningProcess.endAll(data.run());
		if (!left.isEmpty()) {
			System.out.println("Ended what was left: " + String.join(", ", left));
		}
		else if (up.isEmpty()) {
			System.out.println("Nothing was running.");
		}
		System.out.println("The data stays in " + data.path());
	}

	private static void end(ProcessHandle up) {
		up.destroy();
		up.onExit().completeOnTimeout(up, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
		if (up.isAlive()) {
			up.destroyForcibly();
			up.onExit().join();
		}
	}

}
