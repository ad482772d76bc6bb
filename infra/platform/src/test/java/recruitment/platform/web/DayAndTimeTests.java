package recruitment.platform.web;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DayAndTimeTests {

	@ParameterizedTest
	@CsvSource({ "2018-08-29T18:00:00Z, 7pm on Wednesday 29 August 2018",
			"2026-12-09T19:30:00Z, 7:30pm on Wednesday 9 December 2026",
			"2026-12-09T12:00:00Z, midday on Wednesday 9 December 2026",
			"2026-12-09T00:00:00Z, midnight on Wednesday 9 December 2026",
			"2026-12-09T00:05:00Z, 12:05am on Wednesday 9 December 2026",
			"2026-10-25T00:30:00Z, 1:30am on Sunday 25 October 2026" })
	void isToldAsAPersonSaysIt(Instant instant, String told) {
		assertThat(DayAndTime.of(instant, ZoneId.of("Europe/London"))).isEqualTo(told);
	}

}
