package recruitment.local.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import recruitment.local.maven.MavenCentral;
import recruitment.local.maven.ProxyServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Each planted fault is told with its fix. */
class NetworkTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({ "PT0S, ok", "PT3H, it is 3 hours ahead of that of 127.0.0.1", "PT-10M, it is 10 minutes behind" })
	void aClockThatIsOff(Duration off, String sentence) throws IOException {
		HttpServer mirror = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		mirror.createContext("/", (exchange) -> {
			exchange.sendResponseHeaders(404, -1);
			exchange.close();
		});
		mirror.start();
		try {
			String text = texts(new Time(Clock.offset(Clock.systemUTC(), off)).findings(this.folder,
					central(mirror.getAddress().getPort(), Optional.empty())));
			assertThat(text).contains(sentence, "ok     network");
			assertThat(text.contains("timedatectl set-ntp true")).isEqualTo(!off.isZero());
		}
		finally {
			mirror.stop(0);
		}
	}

	@Test
	void aClockThatWasSetBack() throws IOException {
		Path written = Files.createDirectories(this.folder.resolve("store")).resolve("store.mv");
		Files.createFile(written);
		Files.setLastModifiedTime(written, FileTime.from(Clock.systemUTC().instant().plus(Duration.ofMinutes(30))));
		assertThat(texts(new Time(Clock.systemUTC()).findings(this.folder, central(1, Optional.empty()))))
			.contains("wrong  clock", "30 minutes ahead of it: it was set back", "timedatectl set-ntp true");
	}

	@Test
	void aMavenCentralThatDoesNotAnswer() throws IOException {
		assertThat(texts(new Time(Clock.systemUTC()).findings(this.folder, central(1, Optional.empty()))))
			.contains("warn   network", "no answer of 127.0.0.1", "~/.m2/settings.xml", "HTTPS_PROXY");
	}

	@Test
	void aProxyThatDoesNotAnswer() throws IOException {
		assertThat(texts(Proxies.findings(Map.of(), Optional.of(new ProxyServer("127.0.0.1", 1, "", "")))))
			.contains("wrong  proxy", "the proxy 127.0.0.1:1 does not answer", "unset HTTPS_PROXY https_proxy");
		try (ServerSocket proxy = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			assertThat(texts(Proxies.findings(Map.of(),
					Optional.of(new ProxyServer("127.0.0.1", proxy.getLocalPort(), "", "")))))
				.startsWith("ok ");
		}
	}

	@Test
	void aProxyThatIsAskedForThisMachine() {
		Map<String, String> asked = Map.of("http_proxy", "proxy:3128", "NO_PROXY", ".corp.example");
		assertThat(texts(Proxies.findings(asked, Optional.empty()))).contains("warn   proxy        http_proxy is set",
				"export no_proxy='localhost,127.0.0.1,.corp.example'");
		Map<String, String> excepted = Map.of("http_proxy", "proxy:3128", "no_proxy", "localhost, 127.0.0.1");
		assertThat(texts(Proxies.findings(excepted, Optional.empty()))).startsWith("ok ");
	}

	private static MavenCentral central(int port, Optional<ProxyServer> proxy) {
		return new MavenCentral(URI.create("http://127.0.0.1:" + port), proxy);
	}

	private static String texts(List<Finding> findings) {
		return String.join("", findings.stream().map(Finding::text).toList());
	}

}
