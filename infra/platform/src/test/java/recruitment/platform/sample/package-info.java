/**
 * A service that does nothing but hear and remember: what the tests of the platform run.
 */
@NullMarked
package recruitment.platform.sample;

import org.jspecify.annotations.NullMarked;
