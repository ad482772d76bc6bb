package recruitment.platformtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import recruitment.local.Broker;
import recruitment.local.LocalStack;
import recruitment.local.MailCatcher;
import recruitment.local.Part;
import recruitment.local.Store;

import org.springframework.util.FileSystemUtils;

/**
 * The parts of the local stack that the tests of a JVM share. A part starts when it is
 * first asked for; all end with the JVM, even when it is killed.
 */
final class SharedStack {

	private static final LocalStack stack = create();

	private SharedStack() {
	}

	static Broker broker() {
		return started(stack.broker());
	}

	static Store store() {
		return started(stack.store());
	}

	static MailCatcher mail() {
		return started(stack.mail());
	}

	private static <P extends Part> P started(P part) {
		part.start();
		return part;
	}

	private static LocalStack create() {
		try {
			Path data = Files.createTempDirectory("recruitment-test");
			LocalStack stack = LocalStack.in(data).freePorts().build();
			Runtime.getRuntime().addShutdownHook(new Thread(() -> {
				stack.close();
				FileSystemUtils.deleteRecursively(data.toFile());
			}));
			return stack;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
