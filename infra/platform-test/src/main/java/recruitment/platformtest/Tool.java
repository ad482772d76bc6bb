package recruitment.platformtest;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs that a proof needs beside a JDK. Where one is missing the proof is reported as
 * not run; in continuous integration ({@code CI=true}) that is a failure.
 */
public final class Tool {

	private Tool() {
	}

	/** Where the program is. */
	public static Path require(String name) {
		Optional<Path> found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
			.map((folder) -> Path.of(folder, name))
			.filter(Files::isExecutable)
			.findFirst();
		if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
			Assertions.fail("not run: there is no " + name + " on the PATH");
		}
		Assumptions.assumeTrue(found.isPresent(), "not run: there is no " + name + " on the PATH");
		return found.orElseThrow();
	}

}
