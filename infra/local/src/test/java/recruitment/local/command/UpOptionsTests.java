package recruitment.local.command;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UpOptionsTests {

	@Test
	void nothingIsClearedAndNoPortMovedUnlessAsked() {
		UpOptions options = UpOptions.parse(List.of());
		assertThat(options.fresh()).isFalse();
		assertThat(options.containers()).isFalse();
		assertThat(options.portOffset()).isEmpty();
	}

	@Test
	void everythingCanBeAskedAtOnce() {
		UpOptions options = UpOptions.parse(List.of("--port-offset", "100", "--fresh", "--containers"));
		assertThat(options.fresh()).isTrue();
		assertThat(options.containers()).isTrue();
		assertThat(options.portOffset()).hasValue(100);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "ten", "30001", "99999999999", "" })
	void anImpossibleOffsetIsRefusedWithAnExample(String offset) {
		assertThatThrownBy(() -> UpOptions.parse(List.of("--port-offset", offset)))
			.hasMessageContaining("--port-offset 100");
	}

	@Test
	void anUnknownWordIsNamed() {
		assertThatThrownBy(() -> UpOptions.parse(List.of("--now"))).hasMessageContaining("--now");
	}

}
