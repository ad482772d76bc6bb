package recruitment.local.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import recruitment.local.maven.ProxyServer;

/**
 * Whether a proxy is in the way: one that is not there, or one that is asked too much.
 */
final class Proxies {

	private static final int PATIENCE_MILLIS = 3000;

	private static final List<String> OF_CURL = List.of("http_proxy", "ALL_PROXY", "all_proxy");

	private Proxies() {
	}

	/**
	 * @param toMaven the proxy on the way to Maven Central
	 */
	static List<Finding> findings(Map<String, String> environment, Optional<ProxyServer> toMaven) {
		List<Finding> findings = new ArrayList<>();
		toMaven.filter((proxy) -> !isReachable(proxy))
			.ifPresent((proxy) -> findings
				.add(Finding.wrong("proxy", "the proxy %s:%d does not answer".formatted(proxy.host(), proxy.port()), """
						It is named by ~/.m2/settings.xml, or else by HTTPS_PROXY. Correct that, or go without:
						unset HTTPS_PROXY https_proxy""")));
		OF_CURL.stream()
			.filter((name) -> !environment.getOrDefault(name, "").isBlank())
			.filter((name) -> !exceptsThisMachine(exceptions(environment)))
			.findFirst()
			.ifPresent((name) -> findings
				.add(Finding.warn("proxy", "%s is set, and curl asks that proxy for localhost too".formatted(name),
						"export no_proxy='localhost,127.0.0.1,%s'".formatted(exceptions(environment)))));
		return findings.isEmpty() ? List.of(Finding.ok("proxy", "none is in the way")) : findings;
	}

	/** As curl reads them: the small letters first. */
	private static String exceptions(Map<String, String> environment) {
		return environment.getOrDefault("no_proxy", environment.getOrDefault("NO_PROXY", ""));
	}

	private static boolean exceptsThisMachine(String exceptions) {
		return Stream.of("localhost", "127.0.0.1")
			.allMatch((host) -> ProxyServer.isExcepted(host, exceptions.split(",")));
	}

	private static boolean isReachable(ProxyServer proxy) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(proxy.host(), proxy.port()), PATIENCE_MILLIS);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
