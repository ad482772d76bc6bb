package recruitment.platform.security;

import recruitment.platform.security.SafeStart.UnsafeStartException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class UnsafeStartFailureAnalyzer extends AbstractFailureAnalyzer<UnsafeStartException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnsafeStartException cause) {
		return new FailureAnalysis("This service does not start: " + cause.getMessage() + ".", cause.action(), cause);
	}

}
