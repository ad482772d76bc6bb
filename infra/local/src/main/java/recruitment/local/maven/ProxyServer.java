package recruitment.local.maven;

import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A proxy on the way to a repository.
 *
 * @param user empty if it asks for none
 */
public record ProxyServer(String host, int port, String user, String password) {

	private static final int USUAL_PORT = 3128;

	/**
	 * The one that {@code HTTPS_PROXY} or {@code HTTP_PROXY} names, in capitals or not,
	 * unless {@code NO_PROXY} excepts the host.
	 * @throws IllegalArgumentException that names the variable, if it names no proxy
	 */
	public static Optional<ProxyServer> of(Map<String, String> environment, URI target) {
		if (isExcepted(target.getHost(), said(environment, "NO_PROXY").split(","))) {
			return Optional.empty();
		}
		String variable = target.getScheme().toUpperCase(Locale.ROOT) + "_PROXY";
		String address = said(environment, variable);
		if (address.isEmpty()) {
			return Optional.empty();
		}
		URI uri = parsed(address.contains("://") ? address : "http://" + address, variable);
		String[] user = (uri.getUserInfo() != null) ? uri.getUserInfo().split(":", 2) : new String[0];
		return Optional.of(new ProxyServer(uri.getHost(), (uri.getPort() > 0) ? uri.getPort() : USUAL_PORT,
				(user.length > 0) ? user[0] : "", (user.length > 1) ? user[1] : ""));
	}

	/** What is refused is not repeated: it may hold a password. */
	private static URI parsed(String address, String variable) {
		try {
			URI uri = new URI(address);
			if (uri.getHost() != null) {
				return uri;
			}
		}
		catch (URISyntaxException ex) {
			// said below
		}
		throw new IllegalArgumentException(variable + " is no address, such as http://proxy.example.org:3128");
	}

	private static String said(Map<String, String> environment, String name) {
		return environment.getOrDefault(name, environment.getOrDefault(name.toLowerCase(Locale.ROOT), "")).strip();
	}

	/**
	 * @param exceptions hosts, domains with a dot or {@code *.} before them, or {@code *}
	 */
	public static boolean isExcepted(String host, String... exceptions) {
		return Arrays.stream(exceptions)
			.map((exception) -> exception.strip().replaceFirst("^\\*(?=\\.)", ""))
			.filter((exception) -> !exception.isEmpty())
			.anyMatch((exception) -> exception.equals("*") || host.equals(exception)
					|| host.endsWith(exception.startsWith(".") ? exception : "." + exception));
	}

	void use(HttpClient.Builder client) {
		client.proxy(ProxySelector.of(new InetSocketAddress(this.host, this.port)));
		if (!this.user.isEmpty()) {
			// a password in plain text is not sent through a tunnel otherwise
			System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
			client.authenticator(new Authenticator() {
				@Override
				protected PasswordAuthentication getPasswordAuthentication() {
					return new PasswordAuthentication(ProxyServer.this.user, ProxyServer.this.password.toCharArray());
				}
			});
		}
	}

}
