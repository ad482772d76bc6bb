package recruitment.local.doctor;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What was found about one thing.
 *
 * @param subject one or two words
 * @param sentence how it is
 * @param fix what to do about it, in one line or more; empty if nothing
 */
record Finding(Level level, String subject, String sentence, String fix) {

	private static final String INDENT = " ".repeat(20);

	static Finding ok(String subject, String sentence) {
		return new Finding(Level.OK, subject, sentence, "");
	}

	/** Something that may get in the way. */
	static Finding warn(String subject, String sentence, String fix) {
		return new Finding(Level.WARN, subject, sentence, fix);
	}

	/** Something that is in the way. */
	static Finding wrong(String subject, String sentence, String fix) {
		return new Finding(Level.WRONG, subject, sentence, fix);
	}

	/** For people: the sentence, and the fix below it. */
	String text() {
		return "%-7s%-13s%s%n%s".formatted(this.level.name().toLowerCase(Locale.ROOT), this.subject, this.sentence,
				this.fix.lines().map((line) -> INDENT + line + "\n").collect(Collectors.joining()));
	}

	enum Level {

		OK, WARN, WRONG

	}

}
