package recruitment.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Secrets that are made once and stay with the data, readable by their owner alone. */
final class Secrets {

	private static final int BYTES = 32;

	private final Path folder;

	Secrets(Path data) {
		this.folder = data.resolve("secrets");
	}

	/** 32 random bytes in hex, the same at every call for the same name. */
	String get(String name) {
		Path file = this.folder.resolve(name);
		try {
			if (!Files.exists(file)) {
				make(file);
			}
			return Files.readString(file).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void make(Path file) throws IOException {
		Files.createDirectories(this.folder,
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		byte[] secret = new byte[BYTES];
		new SecureRandom().nextBytes(secret);
		Path unfinished = Files.createTempFile(this.folder, file.getFileName().toString(), null,
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		Files.writeString(unfinished, HexFormat.of().formatHex(secret));
		Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
	}

}
