package recruitment.booking.limit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NetworkAddressTests {

	@ParameterizedTest
	@CsvSource({ "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::1, 2001:DB8:1:2:0:0:0:9%eth0",
			"192.0.2.1, ::ffff:192.0.2.1" })
	void oneHouseholdIsOne(String first, String second) {
		assertThat(NetworkAddress.of(first)).isEqualTo(NetworkAddress.of(second));
	}

	@ParameterizedTest
	@CsvSource({ "192.0.2.1, 192.0.2.2", "2001:db8:1:2::1, 2001:db8:1:3::1" })
	void neighboursAreTwo(String first, String second) {
		assertThat(NetworkAddress.of(first)).isNotEqualTo(NetworkAddress.of(second));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "localhost", "example.org", "192.0.2.1:8080", "_secret", "999.1.1.1" })
	void whatIsNoAddressIsOneUnknownClient(String text) {
		assertThat(NetworkAddress.of(text)).isEqualTo("unknown");
	}

	@Test
	void anIpv4AddressStaysWhole() {
		assertThat(NetworkAddress.of("192.0.2.1")).isEqualTo("192.0.2.1");
	}

}
