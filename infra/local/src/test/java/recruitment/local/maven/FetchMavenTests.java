package recruitment.local.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FetchMavenTests {

	@TempDir
	Path folder;

	@Test
	void withoutSettingsItComesFromMavenCentral() throws IOException {
		assertThat(FetchMaven.repository(this.folder.resolve("settings.xml")))
			.isEqualTo("https://repo.maven.apache.org/maven2");
	}

	@Test
	void aMirrorOfMavenCentralIsUsed() throws IOException {
		assertThat(FetchMaven.repository(settings("external:*,!internal")))
			.isEqualTo("https://mirror.example.org/maven");
	}

	@Test
	void aMirrorOfOtherRepositoriesIsNot() throws IOException {
		assertThat(FetchMaven.repository(settings("*,!central"))).startsWith("https://repo.maven.apache.org/");
		assertThat(FetchMaven.repository(settings("snapshots"))).startsWith("https://repo.maven.apache.org/");
	}

	@Test
	void whatIsNotTheReleaseIsThrownAway() throws IOException {
		Path file = Files.writeString(this.folder.resolve("maven.zip"), "something else");
		assertThatThrownBy(() -> FetchMaven.check(file, "00".repeat(64))).hasMessageContaining("SHA-512");
		assertThat(file).doesNotExist();
	}

	private Path settings(String mirrorOf) throws IOException {
		return Files.writeString(this.folder.resolve("settings.xml"), """
				<settings>
				  <mirrors>
				    <mirror><id>m</id><mirrorOf>%s</mirrorOf><url>https://mirror.example.org/maven/</url></mirror>
				  </mirrors>
				</settings>
				""".formatted(mirrorOf));
	}

}
