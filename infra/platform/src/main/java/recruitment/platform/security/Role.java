package recruitment.platform.security;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What a member of staff, or a machine, may be to this system. */
public enum Role {

	/** Runs the evenings: who comes, and what they need there. */
	EVENTS_DESK("events-desk"),
	/** Looks after candidates. */
	RECRUITER("recruiter"),
	/** Looks after messages: what was sent, and what could not be. */
	MESSAGE_DESK("message-desk"),
	/** Keeps the system running; sees no personal data. */
	OPS("ops"),
	/** Answers people about their data. */
	PRIVACY("privacy");

	private final String wireName;

	Role(String wireName) {
		this.wireName = wireName;
	}

	/** Its name in tokens, in contracts and at the provider. */
	public String wireName() {
		return this.wireName;
	}

	GrantedAuthority authority() {
		return new SimpleGrantedAuthority("ROLE_" + this.wireName);
	}

}
