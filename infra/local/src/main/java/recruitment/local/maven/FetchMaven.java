package recruitment.local.maven;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Fetches one release of Maven, checks it against the digest that stands here, and
 * unpacks it: {@code FetchMaven <folder>}. Prints the path of its {@code mvn}.
 * <p>
 * Run from its source by the JDK alone, before anything is compiled. The mirror of Maven
 * Central in the user's {@code settings.xml} is used if there is one, and the proxy named
 * by {@code HTTPS_PROXY} or {@code https_proxy}.
 */
public final class FetchMaven {

	private static final String VERSION = "3.9.11";

	private static final String SHA_512 = "03e2d65d4483a3396980629f260e25cac0d8b6f7f2791e4dc20bc83f9514db8d0f05b0479e699a5f34679250c49c8e52e961262ded468a20de0be254d8207076";

	private static final String CENTRAL = "https://repo.maven.apache.org/maven2";

	private static final Duration CONNECT = Duration.ofSeconds(15);

	private FetchMaven() {
	}

	public static void main(String[] args) throws Exception {
		Path home = Path.of(args[0]).resolve("apache-maven-" + VERSION);
		Path mvn = home.resolve("bin").resolve("mvn");
		if (!Files.exists(mvn)) {
			URI release = URI.create(repository(settings())
					+ "/org/apache/maven/apache-maven/%1$s/apache-maven-%1$s-bin.zip".formatted(VERSION));
			System.err.println("There is no mvn here: fetching Maven " + VERSION + " (9 MB) from " + release.getHost());
			try {
				Path zip = fetch(release, home.resolveSibling("maven.zip"));
				check(zip, SHA_512);
				unpack(zip, home);
				Files.delete(zip);
			}
			catch (IOException ex) {
				System.err.println("Maven could not be fetched: " + ex.getMessage()
						+ "\nInstall Maven 3.8 or later, or see to the network: mirrors in ~/.m2/settings.xml and HTTPS_PROXY are used.");
				System.exit(1);
			}
		}
		System.out.println(mvn);
	}

	private static Path settings() {
		return Path.of(System.getProperty("user.home"), ".m2", "settings.xml");
	}

	/** The mirror of Maven Central that the settings name, or Maven Central. */
	static String repository(Path settings) throws IOException {
		if (!Files.exists(settings)) {
			return CENTRAL;
		}
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			NodeList mirrors = factory.newDocumentBuilder().parse(settings.toFile()).getElementsByTagName("mirror");
			for (int i = 0; i < mirrors.getLength(); i++) {
				Element mirror = (Element) mirrors.item(i);
				if (coversCentral(text(mirror, "mirrorOf"))) {
					return text(mirror, "url").replaceFirst("/+$", "");
				}
			}
			return CENTRAL;
		}
		catch (ParserConfigurationException | SAXException ex) {
			throw new IOException(settings + " cannot be read: " + ex.getMessage(), ex);
		}
	}

	private static boolean coversCentral(String mirrorOf) {
		boolean covers = false;
		for (String repository : mirrorOf.split(",")) {
			switch (repository.strip()) {
				case "!central" -> {
					return false;
				}
				case "central", "*", "external:*" -> covers = true;
				default -> {
				}
			}
		}
		return covers;
	}

	private static String text(Element parent, String name) {
		NodeList found = parent.getElementsByTagName(name);
		return (found.getLength() > 0) ? found.item(0).getTextContent().strip() : "";
	}

	private static Path fetch(URI from, Path to) throws IOException {
		Files.createDirectories(to.toAbsolutePath().getParent());
		HttpClient.Builder builder = HttpClient.newBuilder()
			.connectTimeout(CONNECT)
			.followRedirects(HttpClient.Redirect.NORMAL);
		String proxy = System.getenv().getOrDefault("HTTPS_PROXY", System.getenv().getOrDefault("https_proxy", ""));
		if (!proxy.isBlank()) {
			URI address = URI.create(proxy.contains("://") ? proxy : "http://" + proxy);
			builder.proxy(ProxySelector
				.of(new InetSocketAddress(address.getHost(), (address.getPort() > 0) ? address.getPort() : 3128)));
		}
		try (HttpClient client = builder.build()) {
			HttpResponse<Path> response = client.send(HttpRequest.newBuilder(from).build(),
					HttpResponse.BodyHandlers.ofFile(to));
			if (response.statusCode() != 200) {
				throw new IOException(from + " answered " + response.statusCode());
			}
			return to;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
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
