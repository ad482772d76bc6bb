package recruitment.local.child;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs another main class for as long as the launcher lives: {@code Child <class>
 * <arguments>}.
 * <p>
 * The launcher holds the other end of standard input and never writes to it. When it
 * ends, even by SIGKILL, the input ends too, and this process with it.
 */
public final class Child {

	private Child() {
	}

	public static void main(String[] args) throws Throwable {
		Thread.ofPlatform().daemon().name("launcher-watch").start(() -> {
			awaitEnd(System.in);
			System.exit(0);
		});
		try {
			Class.forName(args[0])
				.getMethod("main", String[].class)
				.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	private static void awaitEnd(InputStream input) {
		try {
			input.transferTo(OutputStream.nullOutputStream());
		}
		catch (IOException ex) {
			// an input that cannot be read has ended
		}
	}

}
