/**
 * Who may do what: tokens at the APIs, sign-in at the pages of staff, signed links, and
 * the refusal to start where that would not hold.
 */
@NullMarked
package recruitment.platform.security;

import org.jspecify.annotations.NullMarked;
