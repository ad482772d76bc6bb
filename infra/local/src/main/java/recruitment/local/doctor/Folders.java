package recruitment.local.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import recruitment.local.command.DataFolder;

/** Whether what is to be written can be, and whether the data is such as this knows. */
final class Folders {

	private final String user;

	/**
	 * @param user who writes, for people
	 */
	Folders(String user) {
		this.user = user;
	}

	List<Finding> data(DataFolder data) throws IOException {
		List<Finding> findings = new ArrayList<>(
				writable("data", data.path(), "Or use another folder: RECRUIT_DATA=/another/folder infra/recruit up"));
		if (findings.isEmpty()) {
			data.otherVersion().ifPresent((sentence) -> {
				String[] parts = sentence.split("\n", 2);
				findings.add(Finding.wrong("data", parts[0], parts[1]));
			});
		}
		return orOk(findings, "data", data.path());
	}

	/** The folders into which the build writes. */
	List<Finding> built(Path clone) throws IOException {
		List<Finding> findings = new ArrayList<>();
		for (Path folder : List.of(clone, clone.resolve("infra"))) {
			for (Path module : folders(folder)) {
				if (Files.exists(module.resolve("pom.xml"))) {
					findings.addAll(writable("build", module.resolve("target"), ""));
				}
			}
		}
		return orOk(findings, "build", clone);
	}

	/** Where Maven keeps what it fetched. */
	List<Finding> repository(Path repository) throws IOException {
		return orOk(
				writable("repository", repository,
						"Or name another in ~/.m2/settings.xml: <localRepository>/another/folder</localRepository>"),
				"repository", repository);
	}

	private static List<Finding> orOk(List<Finding> findings, String subject, Path folder) {
		return findings.isEmpty() ? List.of(Finding.ok(subject, folder + " can be written")) : findings;
	}

	/** The folder and those in it: one may be left by a run as another user. */
	private List<Finding> writable(String subject, Path folder, String otherwise) throws IOException {
		if (!Files.exists(folder)) {
			return refused(subject, existing(folder), otherwise);
		}
		List<Finding> findings = new ArrayList<>(refused(subject, folder, otherwise));
		if (findings.isEmpty()) {
			for (Path inner : folders(folder)) {
				findings.addAll(refused(subject, inner, otherwise));
			}
		}
		return findings;
	}

	/** A try tells the truth where permissions do not, as on a read-only disk. */
	private List<Finding> refused(String subject, Path folder, String otherwise) {
		if (!Files.isDirectory(folder)) {
			return List.of(Finding.wrong(subject, folder + " is no folder",
					("Move it away: mv %1$s %1$s.old%n".formatted(folder) + otherwise).strip()));
		}
		try {
			Files.delete(Files.createTempFile(folder, "doctor", null));
			return List.of();
		}
		catch (IOException ex) {
			return List.of(Finding.wrong(subject, "%s cannot be written by %s".formatted(folder, this.user),
					("Take it over: sudo chown -R %s %s%n".formatted(this.user, folder) + otherwise).strip()));
		}
	}

	/** Where a folder lies that may not be there yet. */
	static FileStore storeOf(Path folder) throws IOException {
		return Files.getFileStore(existing(folder));
	}

	/** The folder, or the nearest above it that there is. */
	private static Path existing(Path folder) {
		Path found = folder.toAbsolutePath();
		while (!Files.exists(found)) {
			found = Objects.requireNonNull(found.getParent(), "the root is there");
		}
		return found;
	}

	private static List<Path> folders(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(Files::isDirectory).sorted().toList();
		}
	}

}
