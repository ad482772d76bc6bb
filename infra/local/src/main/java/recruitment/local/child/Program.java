package recruitment.local.child;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program from elsewhere that a child of the launcher stands for. */
public final class Program {

	/** Less than the launcher's own. */
	private static final int PATIENCE_SECONDS = 25;

	private Program() {
	}

	/**
	 * Starts a program that ends with this process, and this process with it. What it
	 * prints is printed here.
	 */
	public static void run(List<String> command) throws IOException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.INHERIT)
			.start();
		Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process), "program-end"));
		process.onExit().thenAccept((ended) -> System.exit(1));
	}

	private static void end(Process process) {
		process.destroy();
		try {
			if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			process.destroyForcibly();
		}
	}

}
