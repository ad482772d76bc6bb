package recruitment.platform.privacy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A piece of personal data: a name, an address, a telephone number. Prints as
 * {@code •••}, wherever it is printed; who needs the text asks for {@link #value()}.
 */
public record Pii(@JsonValue String value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public Pii {
	}

	@Override
	public String toString() {
		return "•••";
	}

}
