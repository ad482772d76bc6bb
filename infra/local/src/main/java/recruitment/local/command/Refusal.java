package recruitment.local.command;

/** Why a command is not carried out, as a sentence for the person who typed it. */
final class Refusal extends RuntimeException {

	Refusal(String sentence) {
		super(sentence);
	}

}
