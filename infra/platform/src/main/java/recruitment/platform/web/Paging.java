package recruitment.platform.web;

import java.util.List;

/**
 * Which part of a list a caller wants, as a parameter of a controller's method:
 * {@code ?page=0&size=25}. Anything else than whole numbers in range is a 400.
 *
 * @param page counted from 0, at most {@value #LAST_PAGE}
 * @param size items on a page, 1 to {@value #LARGEST}
 */
public record Paging(int page, int size) {

	public static final int LAST_PAGE = 100_000;

	public static final int LARGEST = 100;

	static final int USUAL = 25;

	/** How many items to pass over. */
	public long skip() {
		return (long) this.page * this.size;
	}

	/**
	 * How many items to read: one more than the page has, to know whether another page
	 * follows.
	 */
	public int limit() {
		return this.size + 1;
	}

	/**
	 * The answer.
	 * @param found what {@link #skip()} and {@link #limit()} gave
	 */
	public <T> Page<T> of(List<T> found) {
		boolean more = found.size() > this.size;
		return new Page<>(more ? found.subList(0, this.size) : found, this.page, this.size, more);
	}

}
