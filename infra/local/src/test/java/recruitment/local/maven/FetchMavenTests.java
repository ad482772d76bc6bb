package recruitment.local.maven;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FetchMavenTests {

	private static final URI CENTRAL = URI.create("https://repo.maven.apache.org/maven2");

	@TempDir
	Path folder;

	@Test
	void withoutSettingsThereIsNeitherMirrorNorProxy() throws IOException {
		MavenSettings none = new MavenSettings(List.of(this.folder.resolve("settings.xml")));
		assertThat(none.mirror()).isEmpty();
		assertThat(none.proxyFor(CENTRAL)).isEmpty();
	}

	@Test
	void aMirrorOfMavenCentralIsUsed() throws IOException {
		assertThat(settings("external:*,!internal").mirror()).hasValue("https://mirror.example.org/maven");
	}

	@Test
	void aMirrorOfOtherRepositoriesIsNot() throws IOException {
		assertThat(settings("*,!central").mirror()).isEmpty();
		assertThat(settings("snapshots").mirror()).isEmpty();
	}

	@Test
	void theFirstActiveProxyOfTheSettingsIsUsedForHostsItDoesNotExcept() throws IOException {
		assertThat(settings("central").proxyFor(CENTRAL))
			.hasValue(new ProxyServer("proxy.example.org", 8080, "sam", "secret"));
		assertThat(settings("central").proxyFor(URI.create("https://repo.corp.example/maven"))).isEmpty();
	}

	@Test
	void theProxyOfTheEnvironmentIsThatOfTheSchemeUnlessTheHostIsExcepted() {
		Map<String, String> environment = Map.of("https_proxy", "http://sam:secret@proxy.example.org:8080",
				"HTTP_PROXY", "other.example.org", "NO_PROXY", "localhost, .corp.example");
		assertThat(ProxyServer.of(environment, CENTRAL))
			.hasValue(new ProxyServer("proxy.example.org", 8080, "sam", "secret"));
		assertThat(ProxyServer.of(environment, URI.create("http://repo.example.org")))
			.hasValue(new ProxyServer("other.example.org", 3128, "", ""));
		assertThat(ProxyServer.of(environment, URI.create("https://repo.corp.example"))).isEmpty();
	}

	@Test
	void whatIsNoAddressOfAProxyIsRefusedWithoutWhatMayBeSecret() {
		assertThatThrownBy(() -> ProxyServer.of(Map.of("https_proxy", "http://sam:se cret@proxy"), CENTRAL))
			.hasMessageContaining("HTTPS_PROXY is no address")
			.hasMessageNotContaining("cret");
	}

	@Test
	void whatIsNotTheReleaseIsThrownAway() throws IOException {
		Path file = Files.writeString(this.folder.resolve("maven.zip"), "something else");
		assertThatThrownBy(() -> FetchMaven.check(file, "00".repeat(64))).hasMessageContaining("SHA-512");
		assertThat(file).doesNotExist();
	}

	private MavenSettings settings(String mirrorOf) throws IOException {
		return new MavenSettings(List.of(Files.writeString(this.folder.resolve("settings.xml"), """
				<settings>
				  <proxies>
				    <proxy><active>false</active><host>old.example.org</host><port>1</port></proxy>
				    <proxy>
				      <host>proxy.example.org</host><port>8080</port>
				      <username>sam</username><password>secret</password>
				      <nonProxyHosts>localhost|*.corp.example</nonProxyHosts>
				    </proxy>
				  </proxies>
				  <mirrors>
				    <mirror><id>m</id><mirrorOf>%s</mirrorOf><url>https://mirror.example.org/maven/</url></mirror>
				  </mirrors>
				</settings>
				""".formatted(mirrorOf))));
	}

}
