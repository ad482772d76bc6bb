/** Stands in for the platform, which is built after this module. */
@NullMarked
package recruitment.platform.outbox;

import org.jspecify.annotations.NullMarked;
