package recruitment.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build leaves what the launcher starts. */
public final class Project {

	/** {@code infra/local/target/classes}, or the jar beside it. */
	private static final Path OWN_CLASSES = ownClasses();

	private Project() {
	}

	/** The folder of the clone. */
	public static Path root() {
		return target().resolve("../../..").normalize();
	}

	/** The class path of broker, store and mail catcher. */
	static String classPath() {
		try {
			return OWN_CLASSES + File.pathSeparator + Files.readString(target().resolve("classpath")).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The program that runs this process. */
	static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	private static Path target() {
		return OWN_CLASSES.resolveSibling("");
	}

	private static Path ownClasses() {
		try {
			return Path.of(Project.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
