package recruitment.booking.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from, as far as it is counted. */
final class NetworkAddress {

	/**
	 * A provider gives a household or an office a network of this many bytes (RFC 6177).
	 */
	private static final int NETWORK = 8;

	private NetworkAddress() {
	}

	/**
	 * The address, or of one of IPv6 the /64 network that it lies in, in which anybody
	 * has addresses without number.
	 * @param remote as the servlet container tells it; what is no address counts as one
	 * unknown client, so that nobody gets past the count by spelling it oddly
	 */
	static String of(String remote) {
		try {
			InetAddress address = InetAddress.ofLiteral(remote.replaceFirst("%.*", ""));
			return (address instanceof Inet6Address)
					? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK)) : address.getHostAddress();
		}
		catch (IllegalArgumentException ex) {
			return "unknown";
		}
	}

}
