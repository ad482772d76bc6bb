package recruitment.platform.security;

import recruitment.platform.security.LocalOnly.NotLocalException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class NotLocalFailureAnalyzer extends AbstractFailureAnalyzer<NotLocalException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, NotLocalException cause) {
		return new FailureAnalysis(cause.getMessage() + ". "
				+ "This service starts in the profile \"local\" only, where it answers this machine alone: it has no "
				+ "sign-in yet, and everybody who reached it could act as staff.",
				"Start it with SPRING_PROFILES_ACTIVE=local and without an address of its own, or let infra/recruit up start it.",
				cause);
	}

}
