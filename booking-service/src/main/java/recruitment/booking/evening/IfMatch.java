package recruitment.booking.evening;

import org.jspecify.annotations.Nullable;
import recruitment.platform.error.Problem;

import org.springframework.http.ETag;
import org.springframework.http.HttpStatus;

/**
 * The state of an evening that somebody had before him when he asked for a change, as the
 * header {@code If-Match} names it (RFC 9110, section 13.1.1).
 *
 * @param header absent: any state will do
 */
record IfMatch(@Nullable String header) {

	/**
	 * @throws Problem 428 {@code if-match} when the header is absent (RFC 6585, section
	 * 3)
	 */
	static IfMatch required(@Nullable String header) {
		if (header == null) {
			throw Problem.of(HttpStatus.PRECONDITION_REQUIRED, "if-match",
					"A change needs the header If-Match with the ETag of the evening that it is a change of.");
		}
		return new IfMatch(header);
	}

	/**
	 * @throws Problem 412 {@code changed-meanwhile} when the evening is in another state
	 */
	void require(EveningView evening) {
		if (this.header != null && ETag.parse(this.header)
			.stream()
			.noneMatch((tag) -> tag.isWildcard() || tag.compare(evening.etag(), true))) {
			throw changedMeanwhile();
		}
	}

	/** Whether it does not matter what others did meanwhile. */
	boolean isAny() {
		return this.header == null || ETag.parse(this.header).stream().anyMatch(ETag::isWildcard);
	}

	static Problem changedMeanwhile() {
		return Problem.of(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile",
				"The evening has changed since it was read. Please read it again.");
	}

}
