package recruitment.platform.outbox;

/** Has the name of the platform's. */
public interface Aggregate {

	Object id();

}
