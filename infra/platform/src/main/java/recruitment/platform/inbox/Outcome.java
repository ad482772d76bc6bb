package recruitment.platform.inbox;

/** What became of an event, as counted by {@code recruit.consumed}. */
public enum Outcome {

	/** It changed something. */
	OK,
	/** It had been handled before. */
	DUPLICATE,
	/** A later event of its aggregate had been handled before. */
	STALE

}
