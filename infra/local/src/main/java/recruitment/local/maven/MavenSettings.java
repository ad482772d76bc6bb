package recruitment.local.maven;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What Maven's settings say about how to reach Maven Central: the first mirror of it, and
 * the first active proxy.
 */
final class MavenSettings {

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{env\\.(\\w+)}");

	private final List<Element> mirrors = new ArrayList<>();

	private final List<Element> proxies = new ArrayList<>();

	/**
	 * @param files the user's before that of the installation; a missing one says nothing
	 */
	MavenSettings(List<Path> files) throws IOException {
		for (Path file : files) {
			if (Files.exists(file)) {
				read(file);
			}
		}
	}

	private void read(Path file) throws IOException {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			Element settings = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
			addAll(settings.getElementsByTagName("mirror"), this.mirrors);
			addAll(settings.getElementsByTagName("proxy"), this.proxies);
		}
		catch (ParserConfigurationException | SAXException ex) {
			throw new IOException(file + " cannot be read: " + ex.getMessage(), ex);
		}
	}

	private static void addAll(NodeList nodes, List<Element> elements) {
		for (int i = 0; i < nodes.getLength(); i++) {
			elements.add((Element) nodes.item(i));
		}
	}

	/** The base of a mirror of Maven Central. */
	Optional<String> mirror() {
		return this.mirrors.stream()
			.filter((mirror) -> coversCentral(text(mirror, "mirrorOf")))
			.map((mirror) -> text(mirror, "url").replaceFirst("/+$", ""))
			.findFirst();
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

	/** As Maven takes it: the first active one, if the host is not excepted from it. */
	Optional<ProxyServer> proxyFor(URI target) {
		return this.proxies.stream()
			.filter((proxy) -> !text(proxy, "active").equals("false"))
			.findFirst()
			.filter((proxy) -> !ProxyServer.isExcepted(target.getHost(), text(proxy, "nonProxyHosts").split("\\|")))
			.map((proxy) -> new ProxyServer(text(proxy, "host"), Integer.parseInt(text(proxy, "port")),
					text(proxy, "username"), text(proxy, "password")));
	}

	/**
	 * The text of a child, with the environment's variables in place; empty if missing.
	 */
	private static String text(Element parent, String name) {
		NodeList found = parent.getElementsByTagName(name);
		String text = (found.getLength() > 0) ? found.item(0).getTextContent().strip() : "";
		return VARIABLE.matcher(text)
			.replaceAll((variable) -> Matcher
				.quoteReplacement(System.getenv().getOrDefault(variable.group(1), variable.group())));
	}

}
