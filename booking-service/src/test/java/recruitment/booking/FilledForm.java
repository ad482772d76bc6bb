package recruitment.booking;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** The booking form as somebody has filled it in, every field and the box. */
final class FilledForm {

	private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

	private FilledForm() {
	}

	static String with(String key) {
		return "key=" + key + "&name=Sam&email=sample%40example.org&phone=01632+960001&heardFrom=A+friend"
				+ "&adjustments=A+hearing+loop&recruitmentUpdates=true";
	}

	static void isKeptIn(Answer page) {
		assertThat(page.body()).contains("There is a problem", "Error: Book a place", "value=\"Sam\"",
				"value=\"sample@example.org\"", "value=\"01632 960001\"", "value=\"A friend\"",
				">A hearing loop</textarea>", "checked=\"checked\"");
	}

	/** The key that sending the page's form again would come with. */
	static String keyOf(Answer page) {
		Matcher key = KEY.matcher(page.body());
		assertThat(key.find()).isTrue();
		return key.group(1);
	}

}
