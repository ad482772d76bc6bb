package recruitment.platform.sample;

import org.jspecify.annotations.Nullable;
import recruitment.platform.event.EventType;

public sealed interface SampleNews {

	@EventType("recruitment.sample.said.v1")
	record Said(String words, @Nullable String by) implements SampleNews {
	}

	@EventType("recruitment.sample.unsaid.v1")
	record Unsaid(String words) implements SampleNews {
	}

}
