/**
 * Looks for what keeps the stack from running on this machine; with JDK classes alone,
 * since it runs from its source.
 */
@NullMarked
package recruitment.local.doctor;

import org.jspecify.annotations.NullMarked;
