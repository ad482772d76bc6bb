package recruitment.local.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import recruitment.local.command.DataFolder;

import static org.assertj.core.api.Assertions.assertThat;

/** Each planted fault is told with its fix. */
class MachineTests {

	private final Folders folders = new Folders("sam");

	@TempDir
	Path folder;

	@Test
	void aNewerJdk() {
		assertThat(Machine.jdk(Runtime.Version.parse("25.0.1"), "/jdk").text()).startsWith("ok ");
		assertThat(Machine.jdk(Runtime.Version.parse("26"), "/jdk").text()).startsWith("warn ")
			.contains("26 in /jdk", "JAVA25_HOME=");
	}

	@Test
	void littleMemory() {
		assertThat(Machine.memory(2_000_000_000, false).text()).startsWith("ok ");
		assertThat(Machine.memory(1_500_000_000, false).text()).startsWith("warn ").contains("1,500 MB available");
		assertThat(Machine.memory(900_000_000, false).text()).startsWith("wrong ")
			.contains("900 MB available, and everything together takes 1,300 MB", "ps -eo rss,args --sort=-rss | head");
		assertThat(Machine.memory(900_000_000, true).text()).startsWith("ok ").contains("while it runs");
	}

	@Test
	void thisMachineTellsItsMemory() throws IOException {
		assertThat(Machine.availableMemory()).isPositive();
	}

	@Test
	void littleDisk() {
		assertThat(Machine.disk(this.folder, 3_000_000_000L).text()).startsWith("ok ");
		assertThat(Machine.disk(this.folder, 2_000_000_000L).text()).startsWith("warn ");
		assertThat(Machine.disk(this.folder, 40_000_000L).text()).startsWith("wrong ")
			.contains("40 MB left for " + this.folder, "RECRUIT_DATA=/another/folder infra/recruit up");
	}

	@Test
	void aFolderThatIsNotThereYetCanBeWrittenIfTheOneAboveCan() throws IOException {
		assertThat(texts(this.folders.data(new DataFolder(this.folder.resolve("a/b"))))).startsWith("ok ");
		assertThat(this.folder).isEmptyDirectory();
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void aPlaceWhereNobodyWrites() throws IOException {
		assertThat(texts(this.folders.data(new DataFolder(Path.of("/proc/recruit"))))).startsWith("wrong ")
			.contains("/proc cannot be written by sam", "sudo chown -R sam /proc", "RECRUIT_DATA=/another/folder");
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void aFolderWithinThatCannotBeWritten() throws IOException {
		Path left = Files.createSymbolicLink(this.folder.resolve("org"), Path.of("/proc"));
		assertThat(texts(this.folders.repository(this.folder))).startsWith("wrong ")
			.contains("sudo chown -R sam " + left, "<localRepository>");
	}

	@Test
	void aFileWhereTheBuildNeedsAFolder() throws IOException {
		Path module = Files.createDirectories(this.folder.resolve("infra/local"));
		Files.createFile(module.resolve("pom.xml"));
		assertThat(texts(this.folders.built(this.folder))).startsWith("ok ");
		Files.createFile(module.resolve("target"));
		assertThat(texts(this.folders.built(this.folder))).startsWith("wrong ")
			.contains("target is no folder", "mv " + module.resolve("target"));
	}

	@Test
	void dataOfAnotherVersion() throws IOException {
		Files.writeString(this.folder.resolve("version"), "2\n");
		assertThat(texts(this.folders.data(new DataFolder(this.folder)))).startsWith("wrong ")
			.contains("is of version 2; this clone knows version 1", "infra/recruit up --fresh", "RECRUIT_DATA=");
		Files.writeString(this.folder.resolve("version"), "1\n");
		assertThat(texts(this.folders.data(new DataFolder(this.folder)))).startsWith("ok ");
	}

	private static String texts(List<Finding> findings) {
		return String.join("", findings.stream().map(Finding::text).toList());
	}

}
