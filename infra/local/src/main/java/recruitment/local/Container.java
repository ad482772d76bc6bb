package recruitment.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The container of one part, run by {@code docker} or {@code podman}. It has the name of
 * its part and of the data folder, and so has the volume that keeps its data.
 */
final class Container {

	private final String engine;

	private final String name;

	/**
	 * @param engine the program that runs containers
	 * @param data the data folder of the stack
	 */
	Container(String engine, String part, Path data) {
		this.engine = engine;
		this.name = "recruit-%s-%08x".formatted(part, data.toString().hashCode());
	}

	/**
	 * The command that runs it for as long as the command runs. Its port is reached at
	 * the same port of 127.0.0.1.
	 * @param folder where its image keeps data
	 * @param arguments what the image's own command is told
	 */
	List<String> run(String image, int port, String folder, Map<String, String> environment, List<String> arguments) {
		List<String> command = new ArrayList<>(List.of(this.engine, "run", "--rm", "--name", this.name, "--publish",
				"127.0.0.1:%1$d:%1$d".formatted(port), "--volume", this.name + ":" + folder));
		new TreeMap<>(environment).forEach((name, value) -> command.addAll(List.of("--env", name + "=" + value)));
		command.add(image);
		command.addAll(arguments);
		return command;
	}

	/**
	 * Gets an image that is not there yet, which takes minutes, and shows how far it is.
	 * @throws StartFailure if it cannot be had
	 */
	void fetch(String image) {
		if (call(false, "image", "inspect", image) != 0 && call(true, "pull", image) != 0) {
			throw new StartFailure(
					"The image %1$s cannot be had. Try it: %2$s pull %1$s".formatted(image, this.engine));
		}
	}

	/** Ends what a killed process left of it; its data stays. */
	void remove() {
		call(false, "rm", "--force", this.name);
	}

	/** Forgets its data. */
	void clear() {
		remove();
		call(false, "volume", "rm", "--force", this.name);
	}

	/** An engine that cannot do it says so again when the container is to run. */
	private int call(boolean shown, String... words) {
		List<String> command = new ArrayList<>(List.of(this.engine));
		command.addAll(List.of(words));
		try {
			return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(shown ? ProcessBuilder.Redirect.INHERIT : ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor();
		}
		catch (IOException ex) {
			throw new StartFailure("%s cannot be run: %s".formatted(this.engine, ex.getMessage()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return 1;
		}
	}

}
