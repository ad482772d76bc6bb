package recruitment.platform.privacy;

/** Has the name of the platform's. */
public record Pii(String value) {
}
