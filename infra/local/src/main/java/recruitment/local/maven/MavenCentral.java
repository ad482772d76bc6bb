package recruitment.local.maven;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Maven Central or the mirror of it, and the way there.
 *
 * @param base its address, without a slash at the end
 */
public record MavenCentral(URI base, Optional<ProxyServer> proxy) {

	private static final String CENTRAL = "https://repo.maven.apache.org/maven2";

	private static final Duration CONNECT = Duration.ofSeconds(15);

	/** As Maven's settings say, or else the environment. */
	public static MavenCentral find() throws IOException {
		return in(new MavenSettings(settings()), System.getenv());
	}

	static MavenCentral in(MavenSettings settings, Map<String, String> environment) {
		URI base = URI.create(settings.mirror().orElse(CENTRAL));
		return new MavenCentral(base, settings.proxyFor(base).or(() -> ProxyServer.of(environment, base)));
	}

	/** The user's, and that of an installation which is too old to be used. */
	private static List<Path> settings() {
		return List.of(Path.of(System.getProperty("user.home"), ".m2", "settings.xml"),
				Path.of(System.getenv().getOrDefault("MAVEN_HOME", "/etc/maven"), "conf", "settings.xml"),
				Path.of("/etc/maven/settings.xml"));
	}

	/** Whom a connection is made to, for people. */
	public String nextHost() {
		return this.proxy.map((server) -> "the proxy %s:%d".formatted(server.host(), server.port()))
			.orElse(this.base.getHost());
	}

	/** A client that goes that way; the caller closes it. */
	public HttpClient client() {
		HttpClient.Builder builder = HttpClient.newBuilder()
			.connectTimeout(CONNECT)
			.followRedirects(HttpClient.Redirect.NORMAL);
		this.proxy.ifPresent((server) -> server.use(builder));
		return builder.build();
	}

}
