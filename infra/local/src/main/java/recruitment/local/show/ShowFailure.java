package recruitment.local.show;

/** Why something cannot be shown, as a sentence for the person who asked. */
public final class ShowFailure extends RuntimeException {

	ShowFailure(String sentence) {
		super(sentence);
	}

}
