package recruitment.local.mail;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The mails, one file each, with a list of them in memory. The name of a file is the
 * mail's id: the time of its arrival in milliseconds and a count, so that names are in
 * the order of arrival.
 */
final class Mailbox {

	private static final String EML = ".eml";

	private final Path folder;

	private final Clock clock;

	private final AtomicInteger count = new AtomicInteger();

	private final NavigableMap<String, Envelope> mails = new ConcurrentSkipListMap<>();

	/**
	 * Lists what the folder holds; a mail that was not acknowledged may have left a part,
	 * which is removed.
	 */
	Mailbox(Path folder, Clock clock) throws IOException {
		this.folder = Files.createDirectories(folder);
		this.clock = clock;
		for (Path file : files()) {
			String name = file.getFileName().toString();
			if (name.endsWith(EML)) {
				String id = name.substring(0, name.length() - EML.length());
				try (InputStream mail = new BufferedInputStream(Files.newInputStream(file))) {
					this.mails.put(id, Envelope.of(id, mail));
				}
			}
			else {
				Files.delete(file);
			}
		}
	}

	/** Returns when the mail is on the disk. */
	Envelope keep(String from, String to, byte[] data) throws IOException {
		String id = "%013d-%06d".formatted(this.clock.millis(), this.count.incrementAndGet());
		ByteArrayOutputStream mail = new ByteArrayOutputStream(data.length + 200);
		mail.writeBytes(Envelope.trace(from, to).getBytes(StandardCharsets.UTF_8));
		mail.writeBytes(data);
		byte[] bytes = mail.toByteArray();
		Path part = this.folder.resolve(id + ".part");
		try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
			ByteBuffer rest = ByteBuffer.wrap(bytes);
			while (rest.hasRemaining()) {
				file.write(rest);
			}
			file.force(true);
		}
		Files.move(part, file(id), StandardCopyOption.ATOMIC_MOVE);
		Envelope envelope = Envelope.of(id, new ByteArrayInputStream(bytes));
		this.mails.put(id, envelope);
		return envelope;
	}

	/** All of them, the newest first. */
	Collection<Envelope> newestFirst() {
		return this.mails.descendingMap().values();
	}

	int size() {
		return this.mails.size();
	}

	Optional<byte[]> read(String id) throws IOException {
		if (!this.mails.containsKey(id)) {
			return Optional.empty();
		}
		try {
			return Optional.of(Files.readAllBytes(file(id)));
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
	}

	void clear() throws IOException {
		for (String id : List.copyOf(this.mails.keySet())) {
			this.mails.remove(id);
			Files.deleteIfExists(file(id));
		}
	}

	private Path file(String id) {
		return this.folder.resolve(id + EML);
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.toList();
		}
	}

}
