package recruitment.local.command;

import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;

/**
 * @param containers whether to run broker and store in containers
 * @param fresh whether to begin with nothing
 * @param portOffset by how much to move every port, 0 to 30000, if that is to change
 */
record UpOptions(boolean containers, boolean fresh, OptionalInt portOffset) {

	/** The highest usual port is 27017. */
	private static final int LARGEST_OFFSET = 30_000;

	static UpOptions parse(List<String> arguments) {
		boolean containers = false;
		boolean fresh = false;
		OptionalInt offset = OptionalInt.empty();
		for (Iterator<String> words = arguments.iterator(); words.hasNext();) {
			String word = words.next();
			switch (word) {
				case "--containers" -> containers = true;
				case "--fresh" -> fresh = true;
				case "--port-offset" -> offset = OptionalInt.of(offset(words.hasNext() ? words.next() : ""));
				default -> throw new Refusal("up knows --containers, --fresh and --port-offset N, not " + word);
			}
		}
		return new UpOptions(containers, fresh, offset);
	}

	private static int offset(String word) {
		if (!word.matches("\\d{1,5}") || Integer.parseInt(word) > LARGEST_OFFSET) {
			throw new Refusal(
					"--port-offset takes a number from 0 to %d, as in --port-offset 100".formatted(LARGEST_OFFSET));
		}
		return Integer.parseInt(word);
	}

}
