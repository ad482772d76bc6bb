package recruitment.platform.web;

import java.util.List;

/**
 * A part of a list, as the services answer it.
 *
 * @param page counted from 0
 * @param size most items of a page
 * @param more whether another page follows
 */
public record Page<T>(List<T> items, int page, int size, boolean more) {
}
