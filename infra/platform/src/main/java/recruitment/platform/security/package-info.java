/**
 * Signed links and the rule that a service without sign-in starts in the local profile
 * alone.
 */
@NullMarked
package recruitment.platform.security;

import org.jspecify.annotations.NullMarked;
