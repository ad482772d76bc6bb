package recruitment.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The OpenID provider of this machine, with accounts that everybody knows. */
public final class SignIn extends Application {

	/** What staff, and machines, may be. */
	public static final List<String> ROLES = List.of("events-desk", "recruiter", "message-desk", "ops", "privacy");

	private static final int USUAL_PORT = 9000;

	private final int port;

	/**
	 * @param desks bases of the services to which people sign in
	 */
	SignIn(Ports ports, Path data, List<String> desks) {
		super("sign-in", data, new ApplicationProgram("infra/sign-in", "sign-in"), List.of("-Xms24m", "-Xmx64m"),
				() -> Map.of("OIDC_ISSUER", issuer(ports), "SIGN_IN_DESKS", String.join(",", desks)));
		this.port = ports.of(USUAL_PORT);
	}

	static String issuer(Ports ports) {
		return "http://localhost:" + ports.of(USUAL_PORT);
	}

	@Override
	public String url() {
		return "http://localhost:" + this.port;
	}

	@Override
	public List<Integer> ports() {
		return List.of(this.port);
	}

	@Override
	String readyPath() {
		return "/.well-known/openid-configuration";
	}

	/** What it is, for people. */
	public String kind() {
		return "an account for each role: %s; each is its own password".formatted(String.join(", ", ROLES));
	}

}
