package recruitment.platform.limit;

import java.text.Normalizer;
import java.util.Locale;

import recruitment.platform.privacy.Pii;

/**
 * Whose letters come to an e-mail address. Many providers deliver {@code sam.doe+1@},
 * {@code samdoe@} and {@code SamDoe@} to one person, so all spellings count as one where
 * somebody is to be kept from filling it. For counting alone: at other providers they are
 * different people, who then share what is allowed.
 */
public final class Mailbox {

	private Mailbox() {
	}

	/**
	 * One spelling for all that may be the same mailbox.
	 * @param address an e-mail address; other text counts as it is
	 */
	public static Pii of(Pii address) {
		String spelled = Normalizer.normalize(address.value(), Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
		int at = Math.max(spelled.lastIndexOf('@'), 0);
		String person = spelled.substring(0, at).replaceFirst("(?s)\\+.*", "").replace(".", "");
		return new Pii(person.isEmpty() ? spelled : person + spelled.substring(at));
	}

}
