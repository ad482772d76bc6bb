/**
 * When background work runs; the work itself is plain classes that take one step at a
 * time.
 */
@NullMarked
package recruitment.platform.schedule;

import org.jspecify.annotations.NullMarked;
