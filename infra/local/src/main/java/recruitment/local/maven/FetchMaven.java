package recruitment.local.maven;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Fetches one release of Maven, checks it against the digest that stands here, and
 * unpacks it: {@code FetchMaven <folder>}. Prints the path of its {@code mvn}.
 * <p>
 * Run from its source by the JDK alone, before anything is compiled. The mirror of Maven
 * Central and the proxy of Maven's settings are used if there are any, or else the proxy
 * of the environment.
 */
public final class FetchMaven {

	private static final String VERSION = "3.9.11";

	private static final String SHA_512 = "03e2d65d4483a3396980629f260e25cac0d8b6f7f2791e4dc20bc83f9514db8d0f05b0479e699a5f34679250c49c8e52e961262ded468a20de0be254d8207076";

	private static final int MEGABYTE = 1_000_000;

	private FetchMaven() {
	}

	public static void main(String[] args) throws Exception {
		Path home = Path.of(args[0]).resolve("apache-maven-" + VERSION);
		Path mvn = home.resolve("bin").resolve("mvn");
		if (!Files.exists(mvn)) {
			try {
				MavenCentral central = MavenCentral.find();
				URI release = URI.create(central.base()
						+ "/org/apache/maven/apache-maven/%1$s/apache-maven-%1$s-bin.zip".formatted(VERSION));
				Path zip = fetch(release, central, home.resolveSibling("maven.zip"));
				check(zip, SHA_512);
				unpack(zip, home);
				Files.delete(zip);
			}
			catch (IOException | IllegalArgumentException ex) {
				System.err.println("Maven could not be fetched: " + ex.getMessage()
						+ "\nInstall Maven 3.9, or see to the network: mirrors and proxies in ~/.m2/settings.xml are used, and HTTPS_PROXY.");
				System.exit(1);
			}
		}
		System.out.println(mvn);
	}

	private static Path fetch(URI from, MavenCentral central, Path to) throws IOException {
		Files.createDirectories(to.toAbsolutePath().getParent());
		say("There is no mvn here: fetching Maven %s from %s%s", VERSION, from.getHost(),
				central.proxy().map((server) -> " by way of " + server.host()).orElse(""));
		try (HttpClient client = central.client()) {
			HttpResponse<InputStream> response = client.send(HttpRequest.newBuilder(from).build(),
					HttpResponse.BodyHandlers.ofInputStream());
			if (response.statusCode() != 200) {
				throw new IOException(from + " answered " + response.statusCode());
			}
			try (InputStream body = response.body(); OutputStream file = Files.newOutputStream(to)) {
				copy(body, file, response.headers().firstValueAsLong("Content-Length").orElse(-1));
			}
			return to;
		}
		catch (ConnectException ex) {
			throw new IOException("no connection to " + central.nextHost(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

	/** Tells each megabyte. */
	private static void copy(InputStream from, OutputStream to, long size) throws IOException {
		byte[] buffer = new byte[1 << 16];
		long copied = 0;
		for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
			to.write(buffer, 0, read);
			if ((copied + read) / MEGABYTE > copied / MEGABYTE) {
				say("Maven: %d of %d MB", (copied + read) / MEGABYTE, (size + MEGABYTE - 1) / MEGABYTE);
			}
			copied += read;
		}
	}

	private static void say(String format, Object... arguments) {
		System.err.println(format.formatted(arguments));
	}

	/**
	 * @throws IOException if the file is not the one that the digest tells of
	 */
	static void check(Path file, String sha512) throws IOException {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(file));
			if (!MessageDigest.isEqual(digest, HexFormat.of().parseHex(sha512))) {
				Files.delete(file);
				throw new IOException("what arrived is not the release: its SHA-512 is another");
			}
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void unpack(Path zip, Path home) throws IOException {
		Path folder = home.toAbsolutePath().getParent();
		Path unfinished = Files.createTempDirectory(folder, "unfinished");
		try (InputStream file = Files.newInputStream(zip); ZipInputStream entries = new ZipInputStream(file)) {
			for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
				Path target = unfinished.resolve(entry.getName()).normalize();
				if (!target.startsWith(unfinished)) {
					throw new IOException("an entry lies outside: " + entry.getName());
				}
				if (entry.isDirectory()) {
					Files.createDirectories(target);
				}
				else {
					Files.createDirectories(target.getParent());
					Files.copy(entries, target);
				}
			}
		}
		Path unpacked = unfinished.resolve(home.getFileName());
		unpacked.resolve("bin").resolve("mvn").toFile().setExecutable(true);
		Files.move(unpacked, home, StandardCopyOption.ATOMIC_MOVE);
		Files.delete(unfinished);
	}

}
