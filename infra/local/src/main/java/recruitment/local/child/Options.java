package recruitment.local.child;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The command line of a child: {@code --name value} pairs. */
public final class Options {

	private final Map<String, String> values = new HashMap<>();

	/**
	 * @throws IllegalArgumentException for a word that is no option, or an option without
	 * a value
	 */
	public Options(String... args) {
		for (int i = 0; i < args.length; i += 2) {
			if (!args[i].startsWith("--") || i + 1 == args.length) {
				throw new IllegalArgumentException("Expected --name value, found " + args[i]);
			}
			this.values.put(args[i].substring(2), args[i + 1]);
		}
	}

	public String text(String name) {
		return required(name, this.values.get(name));
	}

	public String text(String name, String otherwise) {
		return this.values.getOrDefault(name, otherwise);
	}

	public int number(String name) {
		return Integer.parseInt(text(name));
	}

	private static String required(String name, @Nullable String value) {
		if (value == null) {
			throw new IllegalArgumentException("The option --" + name + " is missing");
		}
		return value;
	}

	/** Says why the child cannot run and ends it with status 1. */
	public static void refuse(String sentence) {
		System.err.println(sentence);
		System.exit(1);
	}

}
